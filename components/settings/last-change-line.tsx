"use client";

import Link from "next/link";
import { auditWords } from "@/components/audit/audit-words";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import type { LastChange } from "@/lib/admin/model";

type Props = {
  change: LastChange;
  /** The log of all changes, for those who may read it. */
  log: string | null;
};

/** What was changed last on a page, by whom, and where the rest stands. */
export function LastChangeLine({ change, log }: Props) {
  const t = useT();
  const { by, at } = change;
  return (
    <p className="mb-3 text-faint text-xs">
      {rich(t, "Last change: {{what}}, by {{who}} {{at}}.", {
        what: auditWords(change, t),
        who: by ?? t("the desk"),
        at: <Time at={at} />,
      })}{" "}
      {log ? (
        <Link href={log} prefetch={false} className="text-accent underline underline-offset-2">
          {t("All changes")}
        </Link>
      ) : null}
    </p>
  );
}
