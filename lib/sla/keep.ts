import { LIVE_CHANNEL, recordEvent } from "../event";
import type { Context } from "../platform/context";
import { type ClockState, type Notice, nextClock, noticesOf, type Waiting } from "./clock";
import { type ClockRow, clockOf, deleteClock, noteTold, putClock } from "./clock-store";
import type { Policy } from "./store";

type Keeping = {
  ticketId: string;
  ticket: Waiting;
  /** The promise that holds, and why; null: none does. */
  holds: { policy: Policy; because: string } | null;
  /** Tells nothing of what is late already. */
  quiet: boolean;
};

/**
 * Keeps the clock of a ticket as it stands now. Call it inside a transaction, with the ticket locked.
 * Safe to repeat: the same ticket gives the same clock.
 *
 * @returns what became of it, in a word
 */
export async function keepClockOf(ctx: Context, keeping: Keeping): Promise<string> {
  const { ticketId, ticket, holds, quiet } = keeping;
  const before = await clockOf(ctx.db, ticketId);
  if (!holds) {
    const gone = before !== null && (await deleteClock(ctx.db, ticketId, LIVE_CHANNEL));
    return gone ? "nothing is promised any more" : "nothing is promised";
  }
  if (before) await tellEnded(ctx, before, holds.policy, ticket);
  const { policy, because } = holds;
  const next = nextClock(before, ticket, policy, { now: ctx.now(), quiet });
  if (!before || differs(before, { ...next, policyId: policy.id, because })) {
    const row = { ticketId, policyId: policy.id, because, ...next };
    await putClock(ctx.db, row, LIVE_CHANNEL);
  }
  return next.target ? `${next.target} due ${next.dueAt?.toISOString()}` : "paused";
}

/** A target that was missed in a wait that is over by now: the sweep has not come by. */
async function tellEnded(ctx: Context, clock: ClockRow, policy: Policy, ticket: Waiting) {
  const { waitingSince, endedAt } = ticket;
  const over = clock.waitingSince && clock.waitingSince.getTime() !== waitingSince?.getTime();
  if (!over || !endedAt || clock.policyId !== policy.id) return;
  const answered = clock.target === "next" || (clock.target === "resolution" && ticket.answered);
  const missed = noticesOf(clock, policy, answered, endedAt);
  await tell(
    ctx,
    clock,
    missed.filter(({ kind }) => kind === "breached"),
  );
}

/**
 * Tells what is near or missed of a ticket's clock, each once. Call it inside a transaction, with
 * the ticket locked: a second run finds it told. @returns how much was told
 */
export async function tellClockOf(
  ctx: Context,
  ticketId: string,
  answered: boolean,
  policies: readonly Policy[],
): Promise<number> {
  const clock = await clockOf(ctx.db, ticketId);
  const policy = policies.find(({ id }) => id === clock?.policyId);
  if (!clock || !policy) return 0;
  const now = ctx.now();
  const due = noticesOf(clock, policy, answered, now);
  await tell(ctx, clock, due);
  const said = (kind: Notice["kind"]) => due.some((one) => one.kind === kind);
  const told = {
    ...(said("breached") && { breachedAt: now }),
    ...(said("warned") && { warnedAt: now }),
  };
  if (due.length > 0) await noteTold(ctx.db, ticketId, told);
  return due.length;
}

async function tell(ctx: Context, clock: ClockRow, notices: readonly Notice[]): Promise<void> {
  const { ticketId, policyId } = clock;
  for (const { kind, target, dueAt } of notices) {
    const about = { ticketId, policyId, target, dueAt: dueAt.toISOString() };
    await recordEvent(ctx, `sla.${kind}`, about);
  }
}

const COMPARED = [
  "policyId",
  "because",
  "waitingSince",
  "waitedSeconds",
  "target",
  "dueAt",
  "replyDueAt",
  "resolutionDueAt",
  "breachedAt",
  "warnedAt",
] as const satisfies readonly (keyof ClockRow)[];

/** Whether anything but the time of the look is another. */
function differs(
  before: ClockRow,
  next: Omit<ClockState, "updatedAt"> & { policyId: string; because: string },
): boolean {
  return COMPARED.some((name) => plain(before[name]) !== plain(next[name]));
}

const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
