"use client";

import { useEffect, useRef } from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import type { NoticesView, NoticeView } from "@/lib/notice/model";
import { takeUntold } from "./told";

/** A tab that is looked at goes first: what it has in its list needs no other words. Milliseconds. */
const OTHERS_FIRST_MS = 1_500;

/** True when the browser may show notices; asked for only in the settings, by a press. */
export const mayNotify = () =>
  typeof Notification !== "undefined" && Notification.permission === "granted";

/** Lets the browser show what is new while nobody looks at the desk: each once, by one tab. */
export function useBrowserNotices(view: NoticesView | undefined, open: (one: NoticeView) => void) {
  const t = useT();
  const opening = useRef(open);
  opening.current = open;
  const seen = useRef(false);
  useEffect(() => {
    if (!view) return;
    const first = !seen.current;
    seen.current = true;
    // What is there at the first look is no news; nor is what somebody sees coming.
    if (first || !document.hidden) {
      takeUntold(idsOf(view.notices), localStorage);
      return;
    }
    const timer = setTimeout(() => show(view, t, (one) => opening.current(one)), OTHERS_FIRST_MS);
    return () => clearTimeout(timer);
  }, [view, t]);
}

const idsOf = (notices: readonly NoticeView[]) => notices.map(({ id }) => id);

function show({ notices }: NoticesView, t: T, open: (one: NoticeView) => void): void {
  const untold = takeUntold(idsOf(notices), localStorage);
  if (!mayNotify()) return;
  for (const notice of notices) {
    if (!untold.includes(notice.id) || !notice.browser || notice.readAt !== null) continue;
    const { id, text, ticket } = notice;
    // The tag: should two tabs be as fast as each other, the browser shows one.
    const shown = new Notification(`#${ticket.number} ${ticket.subject}`, {
      body: t.stored(text),
      tag: id,
    });
    shown.onclick = () => {
      window.focus();
      open(notice);
      shown.close();
    };
  }
}
