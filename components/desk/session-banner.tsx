"use client";

import { useSessionEnded } from "./session-end";

/** Stands above the page when the session has ended; the page and what was typed stay. */
export function SessionBanner() {
  if (!useSessionEnded()) return null;
  return (
    <div role="alert" className="border-b border-note-line bg-note px-4 py-2">
      <strong className="font-semibold">You are signed out.</strong> What you typed is kept here.{" "}
      <a
        href="/sign-in"
        target="_blank"
        rel="noopener"
        className="font-medium text-accent underline underline-offset-2"
      >
        Sign in on a new tab
      </a>
      , then come back to this one.
    </div>
  );
}
