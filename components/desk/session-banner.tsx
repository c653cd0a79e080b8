"use client";

import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { useSessionEnded } from "./session-end";

/** Stands above the page when the session has ended; the page and what was typed stay. */
export function SessionBanner() {
  const t = useT();
  if (!useSessionEnded()) return null;
  return (
    <div role="alert" className="border-b border-note-line bg-note px-4 py-2">
      {rich(
        t,
        "<b>You are signed out.</b> What you typed is kept here. <a>Sign in on a new tab</a>, then come back to this one.",
        {
          b: (inner) => <strong className="font-semibold">{inner}</strong>,
          a: (inner) => (
            <a
              href="/sign-in"
              target="_blank"
              rel="noopener"
              className="font-medium text-accent underline underline-offset-2"
            >
              {inner}
            </a>
          ),
        },
      )}
    </div>
  );
}
