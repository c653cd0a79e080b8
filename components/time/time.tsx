"use client";

import { useClock } from "./now";
import { ago, duration, exact } from "./words";

type Props = {
  /** ISO 8601. */
  at: string;
  /** `since`: "5 min"; `ago`: "5 min ago". */
  as?: "since" | "ago";
  /** Words before the time, part of the same label: "Waiting". */
  prefix?: string;
  className?: string;
};

/** A moment, relative; the exact one on hover. */
export function Time({ at, as = "ago", prefix, className }: Props) {
  const { now, local } = useClock();
  const moment = new Date(at);
  const words = as === "ago" ? ago(moment, now) : duration(moment, now);
  return (
    <time dateTime={at} title={exact(moment, local ? undefined : "UTC")} className={className}>
      {prefix ? `${prefix} ${words}` : words}
    </time>
  );
}
