"use client";

import { cn } from "@/components/ui/cn";
import { useClock } from "./now";
import { ago, duration, exact } from "./words";

type Props = {
  /** ISO 8601. */
  at: string;
  /** `since`: "5 min"; `ago`: "5 min ago". */
  as?: "since" | "ago";
  /** Words before the time, part of the same label: "Waiting". */
  prefix?: string;
  /** Milliseconds from which on it is late, and shown so. */
  lateAfter?: number;
  className?: string;
};

/** A moment, relative; the exact one on hover. */
export function Time({ at, as = "ago", prefix, lateAfter, className }: Props) {
  const { now, local } = useClock();
  const moment = new Date(at);
  const words = as === "ago" ? ago(moment, now) : duration(moment, now);
  const late = lateAfter !== undefined && now.getTime() - moment.getTime() >= lateAfter;
  return (
    <time
      dateTime={at}
      title={exact(moment, local ? undefined : "UTC")}
      className={cn(
        className,
        lateAfter !== undefined && (late ? "font-medium text-held" : "text-soft"),
      )}
    >
      {prefix ? `${prefix} ${words}` : words}
    </time>
  );
}
