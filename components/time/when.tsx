"use client";

import { useClock } from "./now";
import { exact, when } from "./words";

/** A moment to come: "today 16:00", "Mon 9:00"; the exact one on hover. */
export function When({ at, className }: { at: string; className?: string }) {
  const { now, local } = useClock();
  const zone = local ? undefined : "UTC";
  const moment = new Date(at);
  return (
    <time dateTime={at} title={exact(moment, zone)} className={className}>
      {when(moment, now, zone)}
    </time>
  );
}
