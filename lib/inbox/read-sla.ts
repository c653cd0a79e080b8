import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { dueTimes, openSeconds, openState } from "../sla";
import { type Calendar, type ClockTarget, minutesFor, type SlaView } from "../sla/model";
import { isSettled, TICKET_PREFIX } from "../ticket/model";
import type { TicketQuery } from "./model";
import { slaRow } from "./sla-store";

/**
 * What is promised for a ticket, why, and when each target is due; while we wait for the customer,
 * when it would be if they wrote now. @throws `not_found`
 */
export async function readSla(ctx: Context, query: TicketQuery): Promise<SlaView> {
  requirePermission(ctx, "ticket.read");
  const id = fromPublicId(TICKET_PREFIX, query.id);
  const row = id && (await slaRow(ctx.db, id));
  if (!row) throw new AppError("not_found", "There is no such ticket.");
  const { clock, policy, calendar } = row;
  if (!clock || !policy) return { clock: null };
  const now = ctx.now();
  const waits = clock.waitingSince;
  const settled = isSettled(row.status);
  const wait = {
    waitingSince: waits ?? now,
    answered: row.answeredAt !== null,
    waitedSeconds: clock.waitedSeconds,
  };
  const due = waits ? clock : dueTimes({ ...policy, calendar }, wait);
  const reply: ClockTarget = wait.answered ? "next" : "first";
  const target = (name: ClockTarget, dueAt: Date | null) => {
    const minutes = minutesFor(name, policy);
    if (!dueAt || minutes === null || settled) return [];
    const opensAt = openingBefore(calendar, now, dueAt);
    const late = waits !== null && dueAt <= now;
    return [{ target: name, minutes, dueAt: dueAt.toISOString(), late, opensAt }];
  };
  const state = openState(calendar, now);
  const running = waits ? openSeconds(calendar, waits, now) : 0;
  return {
    clock: {
      policy: policy.name,
      because: clock.because,
      calendar: calendar && {
        name: calendar.name,
        timeZone: calendar.timeZone,
        now: { open: state.open, changesAt: state.changesAt?.toISOString() ?? null },
      },
      paused: settled ? "settled" : waits ? null : "customer",
      targets: [...target(reply, due.replyDueAt), ...target("resolution", due.resolutionDueAt)],
      waitedSeconds: Math.round(clock.waitedSeconds + running),
    },
  };
}

/** The last opening between now and then; null where it is open all the time, or late already. */
function openingBefore(calendar: Calendar | null, now: Date, dueAt: Date): string | null {
  let opening: Date | null = null;
  let at = now;
  for (let turn = 0; calendar && turn < TURNS; turn++) {
    const { open, changesAt } = openState(calendar, at);
    if (!changesAt || changesAt >= dueAt) break;
    if (!open) opening = changesAt;
    at = changesAt;
  }
  return opening?.toISOString() ?? null;
}

/** Openings and closings that are looked at: weeks. */
const TURNS = 200;
