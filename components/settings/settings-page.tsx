"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { NavButton } from "@/components/desk/shell";
import { useT } from "@/components/i18n/context";

type Props = {
  title: string;
  /** What the page is for, in a sentence. */
  says: ReactNode;
  children: ReactNode;
};

/** One page of the settings. */
export function SettingsPage({ title, says, children }: Props) {
  const t = useT();
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-3xl p-4">
        <div className="flex items-center gap-2">
          <NavButton />
          <h1 className="font-semibold text-lg">
            <Link href="/settings" className="text-accent underline underline-offset-2">
              {t("Settings")}
            </Link>{" "}
            / {title}
          </h1>
        </div>
        <p className="mt-1 mb-4 max-w-[70ch] text-soft">{says}</p>
        {children}
      </div>
    </div>
  );
}
