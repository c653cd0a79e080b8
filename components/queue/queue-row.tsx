"use client";

import dynamic from "next/dynamic";
import { type MouseEvent, memo } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { RowViewers } from "@/components/presence/row-viewers";
import { SlaChip } from "@/components/sla/sla-chip";
import { nextTryWords } from "@/components/time/next-try";
import { useClock } from "@/components/time/now";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Chip } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { later } from "@/components/ui/later";
import type { QueueRow as Row } from "@/lib/inbox/model";
import { intentWords, STATUS_WORDS } from "@/lib/inbox/terms";
import type { Presence } from "@/lib/presence/model";
import { ConfidenceBadge } from "./confidence-badge";
import { goTo } from "./place";
import { RowMenuButton } from "./row-menu-button";
import { LATE_MS, PRIORITY_WORDS, snippetWords } from "./row-words";

const COMPACT = later(() => import("./compact-line"));
const CompactLine = dynamic(async () => (await COMPACT.load()).CompactLine);

type Props = {
  row: Row;
  href: string;
  /** Its ticket is open. */
  open: boolean;
  /** Keys are about it. */
  current: boolean;
  /** It is one of those that something is done to together. */
  selected: boolean;
  /** Any row is selected: the boxes stay. */
  selecting: boolean;
  compact: boolean;
  /** Who else is on it; undefined: nobody. */
  here: readonly Presence[] | undefined;
  /** The viewer's id: "You" and "me" instead of a name. */
  me: string;
  myName: string;
  onToggle: (id: string) => void;
  onExtend: (id: string) => void;
  onCursor: (id: string) => void;
  onAsk: (id: string) => void;
};

/** One ticket of a list: who, what, since when, how pressing, and what the desk did. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const t = useT();
  const { row, href, open, current, selected, compact, onExtend, onCursor, onAsk } = props;
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) return onExtend(row.id);
    onCursor(row.id);
    goTo({ ticketId: row.id });
  };
  return (
    <div className="group/row relative">
      <a
        href={href}
        onClick={go}
        aria-current={open ? "page" : current ? "true" : undefined}
        className={cn(
          "relative block pr-3.5 pl-6.5 -outline-offset-2",
          compact ? "py-1.5" : "py-2.5",
          open || selected
            ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
            : "hover:bg-bg",
          current &&
            !open &&
            "bg-bg before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-field",
        )}
      >
        {compact ? (
          <CompactLine row={row} here={props.here} />
        ) : (
          <>
            <Who row={row} here={props.here} />
            <span
              className={cn("block truncate any-pointer-coarse:pr-8", row.unread && "font-medium")}
              dir="auto"
            >
              {row.subject || t("No subject")}
            </span>
            <span className="block truncate text-faint any-pointer-coarse:pr-8" dir="auto">
              {row.snippet ? snippetWords(row.snippet, props.myName, t) : " "}
            </span>
            <Marks row={row} />
            <Foot row={row} me={props.me} />
          </>
        )}
      </a>
      <SelectBox {...props} />
      <RowMenuButton number={row.number} onPress={() => onAsk(row.id)} />
      {row.unread && !props.selecting ? (
        <span
          aria-hidden
          className={cn(
            "pointer-events-none absolute left-2.5 size-1.5 rounded-full bg-accent group-focus-within/row:hidden group-hover/row:hidden",
            compact ? "inset-y-0 my-auto" : "top-4",
          )}
        />
      ) : null}
    </div>
  );
});

/** Chosen by a press, by X, or from there to here with Shift. */
function SelectBox({ row, selected, selecting, compact, onToggle, onExtend }: Props) {
  const t = useT();
  return (
    <input
      type="checkbox"
      aria-label={t("Select #{{number}}", { number: row.number })}
      checked={selected}
      onChange={() => onToggle(row.id)}
      onClick={(event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        onExtend(row.id);
      }}
      className={cn(
        "absolute left-1.5 size-4 accent-accent pointer-coarse:left-0 pointer-coarse:size-6",
        compact ? "inset-y-0 my-auto" : "top-3 pointer-coarse:top-2",
        !selected &&
          !selecting &&
          "opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100",
      )}
    />
  );
}

function Who({ row, here }: Pick<Props, "row" | "here">) {
  const t = useT();
  return (
    <span className="flex items-baseline justify-between gap-2">
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate font-semibold" dir="auto">
          {row.customer}
        </span>
        {row.unread ? <span className="sr-only">{`, ${t("unread")}`}</span> : null}
        {here ? <RowViewers here={here} /> : null}
      </span>
      {row.waitingSince ? (
        <Time
          at={row.waitingSince}
          as="since"
          prefix={t("Waiting", { context: "since" })}
          lateAfter={LATE_MS}
          className="shrink-0 text-xs"
        />
      ) : (
        <Time at={row.updatedAt} as="since" className="shrink-0 text-faint text-xs" />
      )}
    </span>
  );
}

/** How pressing, put aside until when, and about what: one line, however long the words are. */
function Marks({ row }: { row: Row }) {
  const t = useT();
  const { now } = useClock();
  const next = row.nextTryAt ? nextTryWords(row.nextTryAt, now, t) : null;
  const pressing = row.priority === "high" || row.priority === "urgent";
  return (
    <span className="mt-1.5 flex items-center gap-1.5 overflow-hidden">
      <Chip tone={pressing ? "hot" : "plain"} className="shrink-0">
        {t(PRIORITY_WORDS[row.priority])}
      </Chip>
      {row.snoozedUntil && new Date(row.snoozedUntil) > now ? (
        <Chip className="shrink-0">
          {rich(t, "Until\u00a0{{time}}", { time: <When at={row.snoozedUntil} /> })}
        </Chip>
      ) : null}
      {row.duplicate ? <Chip className="shrink-0">{t("Duplicate")}</Chip> : null}
      {row.sla ? <SlaChip {...row.sla} short /> : null}
      <Chip className="min-w-8">
        <span className="truncate">{row.intent ? intentWords(row.intent) : t("Unclassified")}</span>
      </Chip>
      {next ? <span className="min-w-0 flex-1 truncate text-2xs text-faint">{next}</span> : null}
    </span>
  );
}

/** How it stands, whose it is and where; and at the edge, one below the other, what the desk did. */
function Foot({ row, me }: { row: Row; me: string }) {
  const t = useT();
  const whose = row.assignee
    ? row.assignee.id === me
      ? t("Me")
      : row.assignee.name
    : t("Unassigned");
  const words = [t(STATUS_WORDS[row.status]), whose, row.team, row.category, ...row.tags];
  return (
    <span className="mt-1 flex min-h-5 items-center gap-2">
      <span className="min-w-0 flex-1 truncate text-faint text-xs">
        {words.filter(Boolean).join(" · ")}
      </span>
      {row.badge ? <ConfidenceBadge badge={row.badge} /> : null}
    </span>
  );
}
