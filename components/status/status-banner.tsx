"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { useUpdated } from "./build-seen";
import { useDeskStatus } from "./queries";
import { troubles } from "./status-words";

const LINE =
  "flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-note-line bg-note px-4 py-2";

/** Says below every page what keeps the desk from working, and that it was updated. */
export function StatusBanner() {
  const t = useT();
  const { status, failure } = useDeskStatus();
  const updated = useUpdated();
  return (
    <div role="status" aria-label={t("State of the desk")}>
      {troubles(status, failure, t).map(({ text, link }) => (
        <p key={text} className={LINE}>
          <span>{text}</span>
          {link ? (
            <Link
              href={link.href}
              prefetch={false}
              className="font-medium text-accent underline underline-offset-2"
            >
              {link.label}
            </Link>
          ) : null}
        </p>
      ))}
      {updated ? (
        <div className={LINE}>
          <span>
            {t("Deskhand was updated. Reload when you are ready; what you typed is kept.")}
          </span>
          <Button onClick={() => window.location.reload()}>{t("Reload")}</Button>
        </div>
      ) : null}
    </div>
  );
}
