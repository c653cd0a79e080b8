"use client";

import { useT } from "@/components/i18n/context";
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
  const t = useT();
  const moment = new Date(at);
  const words = as === "ago" ? ago(moment, now, t) : duration(moment, now, t);
  const late = lateAfter !== undefined && now.getTime() - moment.getTime() >= lateAfter;
  return (
    <time
      dateTime={at}
      title={exact(moment, local ? undefined : "UTC", t)}
      className={cn(
        className,
        lateAfter !== undefined && (late ? "font-medium text-held" : "text-soft"),
      )}
    >
      {prefix ? `${prefix} ${words}` : words}
    </time>
  );
}
