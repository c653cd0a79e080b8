"use client";

import { useT } from "@/components/i18n/context";
import { useClock } from "./now";
import { exact, when } from "./words";

/** A moment to come: "today 16:00", "Mon 9:00"; the exact one on hover. */
export function When({ at, className }: { at: string; className?: string }) {
  const { now, local } = useClock();
  const zone = local ? undefined : "UTC";
  const t = useT();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={exact(moment, zone, t)} className={className}>
      {when(moment, now, zone, t)}
    </time>
  );
}
