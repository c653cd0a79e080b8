"use client";

import Link, { useLinkStatus } from "next/link";
import { memo, useEffect, useRef } from "react";
import { nextTryWords } from "@/components/time/next-try";
import { useClock } from "@/components/time/now";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Chip } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { intentWords, type QueueRow as Row, STATUS_WORDS } from "@/lib/inbox/model";
import { ConfidenceBadge } from "./confidence-badge";
import { PRIORITY_WORDS, snippetWords } from "./row-words";

/** A customer who has waited for a day waits too long, whatever was promised. */
const LATE_MS = 86_400_000;

type Props = {
  row: Row;
  href: string;
  selected: boolean;
  /** The viewer's id: "You" and "me" instead of a name. */
  me: string;
  myName: string;
};

/** One ticket of a list: who, what, since when, how pressing, and what the desk did. */
export const QueueRow = memo(function QueueRow({ row, href, selected, me, myName }: Props) {
  const item = useRef<HTMLLIElement>(null);
  // Keys may choose a row that is out of sight.
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <li ref={item} className="border-b">
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={selected ? "page" : undefined}
        className={cn(
          "relative block py-2.5 pr-3.5 pl-5.5 -outline-offset-2",
          selected
            ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
            : "hover:bg-bg",
        )}
      >
        <Opening />
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate font-semibold" dir="auto">
            {row.customer}
          </span>
          {row.waitingSince ? (
            <Time
              at={row.waitingSince}
              as="since"
              prefix="Waiting"
              lateAfter={LATE_MS}
              className="shrink-0 text-xs"
            />
          ) : (
            <Time at={row.updatedAt} as="since" className="shrink-0 text-faint text-xs" />
          )}
        </span>
        <span className="block truncate" dir="auto">
          {row.subject || "No subject"}
        </span>
        <span className="block truncate text-faint" dir="auto">
          {row.snippet ? snippetWords(row.snippet, myName) : " "}
        </span>
        <Marks row={row} />
        <Place row={row} me={me} />
      </Link>
    </li>
  );
});

/** How pressing, put aside until when, about what, and what the desk did. */
function Marks({ row }: { row: Row }) {
  const { now } = useClock();
  const next = row.nextTryAt ? nextTryWords(row.nextTryAt, now) : null;
  const pressing = row.priority === "high" || row.priority === "urgent";
  return (
    <span className="mt-1.5 flex items-center gap-1.5">
      <Chip tone={pressing ? "hot" : "plain"} className="shrink-0">
        {PRIORITY_WORDS[row.priority]}
      </Chip>
      {row.snoozedUntil && new Date(row.snoozedUntil) > now ? (
        <Chip className="shrink-0">
          Until&nbsp;
          <When at={row.snoozedUntil} />
        </Chip>
      ) : null}
      {row.duplicate ? <Chip className="shrink-0">Duplicate</Chip> : null}
      <Chip>{row.intent ? intentWords(row.intent) : "Unclassified"}</Chip>
      <span className="min-w-0 flex-1 truncate text-2xs text-faint">{next}</span>
      {row.badge ? <ConfidenceBadge badge={row.badge} /> : null}
    </span>
  );
}

/** How it stands, where, and whose it is. */
function Place({ row, me }: { row: Row; me: string }) {
  const whose = row.assignee ? (row.assignee.id === me ? "Me" : row.assignee.name) : "Unassigned";
  return (
    <span className="mt-1 block truncate text-faint text-xs">
      {[STATUS_WORDS[row.status], row.category, row.team, whose].filter(Boolean).join(" · ")}
    </span>
  );
}

/** Marks the pressed row while its ticket is on the way. */
function Opening() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />
  ) : null;
}
