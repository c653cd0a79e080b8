import { addOpenTime, openSeconds } from "./business-time";
import type { Calendar, ClockTarget, PolicyInput } from "./model";

/** What is promised, and the hours that count; a null calendar: around the clock. */
export type Promised = Pick<PolicyInput, "firstMinutes" | "nextMinutes" | "resolutionMinutes"> & {
  calendar: Calendar | null;
};

/** What of a ticket its clock follows. */
export type Waiting = {
  /** `waiting_since`; null while we wait for the customer, and when the ticket is over. */
  waitingSince: Date | null;
  /** It has had its first reply, so that the next ones are promised. */
  answered: boolean;
  /** When the wait that was counted last has ended; null: its message is not here any more. */
  endedAt: Date | null;
};

/** How the time of a ticket stands; a row of `ticket_clocks`. */
export type ClockState = {
  waitingSince: Date | null;
  waitedSeconds: number;
  target: ClockTarget | null;
  dueAt: Date | null;
  replyDueAt: Date | null;
  resolutionDueAt: Date | null;
  breachedAt: Date | null;
  warnedAt: Date | null;
  /** While it is paused: when the last wait ended. */
  updatedAt: Date;
};

type Due = Pick<ClockState, "target" | "dueAt" | "replyDueAt" | "resolutionDueAt">;

const NOTHING_DUE: Due = { target: null, dueAt: null, replyDueAt: null, resolutionDueAt: null };

/** When what is promised is due, for somebody who waits. */
export function dueTimes(
  { calendar, ...policy }: Promised,
  wait: { waitingSince: Date; answered: boolean; waitedSeconds: number },
): Due & { overrun: boolean } {
  const { waitingSince, answered, waitedSeconds } = wait;
  const reply = answered ? ("next" as const) : ("first" as const);
  const replyMinutes = answered ? policy.nextMinutes : policy.firstMinutes;
  const left = policy.resolutionMinutes && policy.resolutionMinutes * 60 - waitedSeconds;
  const replyDueAt = replyMinutes ? addOpenTime(calendar, waitingSince, replyMinutes * 60) : null;
  // What was used up in earlier waits is late from the first moment of this one.
  const resolutionDueAt = left === null ? null : addOpenTime(calendar, waitingSince, left);
  const overrun = left !== null && left <= 0;
  const replyFirst = replyDueAt && (!resolutionDueAt || replyDueAt <= resolutionDueAt);
  return {
    replyDueAt,
    resolutionDueAt,
    dueAt: replyFirst ? replyDueAt : resolutionDueAt,
    target: replyFirst ? reply : resolutionDueAt && "resolution",
    overrun,
  };
}

/**
 * The clock as it stands now. It follows `waiting_since` alone: while that is set time runs, else it
 * is paused, and what was waited is kept. The same ticket gives the same clock, however often.
 *
 * @param quiet what is late already was never told to be on time: a promise made just now
 */
export function nextClock(
  before: ClockState | null,
  ticket: Waiting,
  promised: Promised,
  { now, quiet }: { now: Date; quiet: boolean },
): ClockState {
  const { waitingSince, answered } = ticket;
  const waitedSeconds = Math.round(waitedBefore(before, ticket, promised.calendar));
  if (!waitingSince) {
    const endedAt = before?.waitingSince ? (ticket.endedAt ?? now) : (before?.updatedAt ?? now);
    const paused = { waitingSince: null, waitedSeconds, breachedAt: null, warnedAt: null };
    return { ...paused, ...NOTHING_DUE, updatedAt: endedAt };
  }
  const { overrun, ...due } = dueTimes(promised, { waitingSince, answered, waitedSeconds });
  const goesOn = same(before?.waitingSince, waitingSince);
  const told = goesOn ? (before?.breachedAt ?? null) : null;
  const late = due.dueAt !== null && due.dueAt <= now;
  // That the whole time is used up was told when it was, in an earlier wait.
  const known = told ?? (late && (quiet || (overrun && !goesOn)) ? now : null);
  return {
    waitingSince,
    waitedSeconds,
    ...due,
    breachedAt: known && due.dueAt && due.dueAt <= known ? known : null,
    warnedAt: goesOn ? (before?.warnedAt ?? null) : null,
    updatedAt: now,
  };
}

/** Seconds of open time waited before the wait that runs now. */
function waitedBefore(
  before: ClockState | null,
  { waitingSince, endedAt }: Waiting,
  calendar: Calendar | null,
): number {
  if (!before) return 0;
  const waited = before.waitedSeconds;
  if (before.waitingSince) {
    const over = endedAt && !same(before.waitingSince, waitingSince);
    return over ? waited + openSeconds(calendar, before.waitingSince, endedAt) : waited;
  }
  // A reply was taken back or has failed: the wait that was counted goes on.
  const again = waitingSince && waitingSince < before.updatedAt;
  if (!again) return waited;
  return Math.max(0, waited - openSeconds(calendar, waitingSince, before.updatedAt));
}

const same = (a: Date | null | undefined, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** A warning comes when a quarter of the time is left, and at most so early. */
const WARN_MS = 15 * 60_000;

/** How long before a target the warning comes, milliseconds. */
const leadOf = (minutes: number): number => Math.min(WARN_MS, (minutes * 60_000) / 4);

export type Notice = { kind: "warned" | "breached"; target: ClockTarget; dueAt: Date };

/**
 * What is to be told of a clock at an instant: each target once when it is near, once when missed.
 *
 * @param answered the ticket has had its first reply
 */
export function noticesOf(
  clock: Pick<ClockState, "replyDueAt" | "resolutionDueAt" | "breachedAt" | "warnedAt">,
  promised: Pick<Promised, "firstMinutes" | "nextMinutes" | "resolutionMinutes">,
  answered: boolean,
  now: Date,
): Notice[] {
  const reply = answered
    ? { target: "next" as const, minutes: promised.nextMinutes }
    : { target: "first" as const, minutes: promised.firstMinutes };
  const resolution = { target: "resolution" as const, minutes: promised.resolutionMinutes };
  return [
    { ...reply, dueAt: clock.replyDueAt },
    { ...resolution, dueAt: clock.resolutionDueAt },
  ].flatMap(({ target, minutes, dueAt }): Notice[] => {
    if (!dueAt || minutes === null) return [];
    if (dueAt <= now) {
      const told = clock.breachedAt !== null && clock.breachedAt >= dueAt;
      return told ? [] : [{ kind: "breached", target, dueAt }];
    }
    const from = dueAt.getTime() - leadOf(minutes);
    const told = clock.warnedAt !== null && clock.warnedAt.getTime() >= from;
    return now.getTime() < from || told ? [] : [{ kind: "warned", target, dueAt }];
  });
}
