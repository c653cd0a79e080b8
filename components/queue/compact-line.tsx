import { AlertTriangle, ChevronDown, ChevronsUp, ChevronUp, Clock, Pause } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { RowViewers } from "@/components/presence/row-viewers";
import { dueWords, stateOf } from "@/components/sla/sla-words";
import { useClock } from "@/components/time/now";
import { Time } from "@/components/time/time";
import { duration, exact } from "@/components/time/words";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import type { Badge, QueueRow } from "@/lib/inbox/model";
import type { Presence } from "@/lib/presence/model";
import { badgeWords } from "./badge-words";
import { LOOK } from "./confidence-badge";
import { LATE_MS, PRIORITY_WORDS } from "./row-words";

type Props = { row: QueueRow; here: readonly Presence[] | undefined };

/**
 * A ticket in one line: how pressing, who, what, when it is due, what the desk did, whose it is, and
 * since when. In a very narrow list the facts stand below the words.
 */
export function CompactLine({ row, here }: Props) {
  const t = useT();
  return (
    <span className="@container block any-pointer-coarse:pr-8">
      <span className="flex min-h-5 items-center justify-end gap-x-1.5 any-pointer-coarse:min-h-8 @max-[18rem]:flex-wrap">
        <span className="flex min-w-0 flex-1 items-center gap-1.5 @max-[18rem]:basis-full">
          <Pressing priority={row.priority} />
          <span
            className={cn(
              "max-w-[40%] shrink-0 truncate",
              row.unread ? "font-bold" : "font-semibold",
            )}
            dir="auto"
          >
            {row.customer}
          </span>
          {row.unread ? <span className="sr-only">{`, ${t("unread")}`}</span> : null}
          {here ? <RowViewers here={here} /> : null}
          <span
            className={cn("min-w-0 flex-1 truncate", row.unread ? "font-medium" : "text-soft")}
            dir="auto"
          >
            {row.subject || t("No subject")}
          </span>
        </span>
        {row.sla ? <Due {...row.sla} /> : null}
        {row.badge ? <Sure badge={row.badge} /> : null}
        <Whose assignee={row.assignee} />
        <Since row={row} />
      </span>
    </span>
  );
}

const PRESSING = {
  urgent: { Icon: ChevronsUp, tone: "text-hot" },
  high: { Icon: ChevronUp, tone: "text-hot" },
  normal: { Icon: null, tone: "" },
  low: { Icon: ChevronDown, tone: "text-faint" },
} as const;

/** An arrow up or down; what is normal leaves its place empty, so that names stand in a column. */
function Pressing({ priority }: Pick<QueueRow, "priority">) {
  const t = useT();
  const { Icon, tone } = PRESSING[priority];
  const words = t(PRIORITY_WORDS[priority]);
  return (
    <span title={words} className={cn("w-3.5 shrink-0", tone)}>
      {Icon ? <Icon size={14} strokeWidth={2.5} aria-hidden /> : null}
      <span className="sr-only">{words}</span>
    </span>
  );
}

const SIGN = { plain: Clock, near: Clock, late: AlertTriangle } as const;
const TONE = { plain: "text-soft", near: "text-rev", late: "font-medium text-held" } as const;

/** What is due next, counting down: a sign and the time that is left, or by which it is late. */
function Due({ dueAt, target, paused, breachedAt }: NonNullable<QueueRow["sla"]>) {
  const t = useT();
  const { now, local } = useClock();
  if (paused || !dueAt) {
    return paused ? (
      <span title={t("Paused while we wait")} className="shrink-0 text-faint">
        <Pause size={11} aria-hidden />
        <span className="sr-only">{t("paused")}</span>
      </span>
    ) : null;
  }
  const due = new Date(dueAt);
  const state = breachedAt ? "late" : stateOf(due, now);
  const Icon = SIGN[state];
  // The desk has told that it was missed, to a browser whose clock runs behind.
  const told = state === "late" && due > now ? t("late") : null;
  const words = told ?? dueWords(target, due, now, t);
  const [from, to] = due > now ? [now, due] : [due, now];
  return (
    <span
      title={`${words}: ${exact(due, local ? undefined : "UTC", t)}`}
      className={cn("flex shrink-0 items-center gap-0.5 whitespace-nowrap text-2xs", TONE[state])}
    >
      <Icon size={11} aria-hidden />
      <span aria-hidden>{told ?? duration(from, to, t)}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** The badge without its word, which a shape stands for, and which is read out. */
function Sure({ badge }: { badge: Badge }) {
  const t = useT();
  const { word, number, settled } = badgeWords(badge, t);
  const { tone, shape } = LOOK[badge.decision];
  return (
    <span
      title={`${word} ${number}`}
      className={cn(
        "inline-flex shrink-0 items-center gap-1 rounded-[5px] px-1 font-semibold text-2xs leading-[1.125rem]",
        settled ? "bg-sel text-soft" : tone,
      )}
    >
      <span aria-hidden className={cn("size-[7px] bg-current", shape)} />
      <span className="sr-only">{word}</span>
      {number}
    </span>
  );
}

/** Initials, or an empty place. */
function Whose({ assignee }: Pick<QueueRow, "assignee">) {
  const t = useT();
  const name = assignee?.name ?? t("Unassigned");
  return (
    <span title={name} className="shrink-0">
      {assignee ? (
        <Avatar name={name} small />
      ) : (
        <span
          aria-hidden
          className="block size-4.5 rounded-full border border-field border-dashed"
        />
      )}
      <span className="sr-only">{name}</span>
    </span>
  );
}

function Since({ row: { waitingSince, updatedAt } }: Pick<Props, "row">) {
  const t = useT();
  if (!waitingSince) {
    return <Time at={updatedAt} as="since" className={cn(SINCE, "text-faint")} />;
  }
  return (
    <>
      <span className="sr-only">{t("Waiting", { context: "since" })}</span>
      <Time at={waitingSince} as="since" lateAfter={LATE_MS} className={SINCE} />
    </>
  );
}

const SINCE = "min-w-10 shrink-0 whitespace-nowrap text-right text-xs";
