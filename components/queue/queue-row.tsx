"use client";

import Link, { useLinkStatus } from "next/link";
import { memo, useEffect, useRef } from "react";
import { Time } from "@/components/time/time";
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
  const pressing = row.priority === "high" || row.priority === "urgent";
  const whose = row.assignee ? (row.assignee.id === me ? "Me" : row.assignee.name) : "Unassigned";
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
        <span className="mt-1.5 flex items-center gap-1.5">
          <Chip tone={pressing ? "hot" : "plain"} className="shrink-0">
            {PRIORITY_WORDS[row.priority]}
          </Chip>
          <Chip>{row.intent ? intentWords(row.intent) : "Unclassified"}</Chip>
          <span className="flex-1" />
          {row.badge ? <ConfidenceBadge badge={row.badge} /> : null}
        </span>
        <span className="mt-1 block truncate text-faint text-xs">
          {[STATUS_WORDS[row.status], row.category, row.team, whose].filter(Boolean).join(" · ")}
        </span>
      </Link>
    </li>
  );
});

/** Marks the pressed row while its ticket is on the way. */
function Opening() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />
  ) : null;
}
