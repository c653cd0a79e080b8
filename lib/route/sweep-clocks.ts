import { z } from "zod";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { clocksToTell, countedWaits, loadPolicies, tellClockOf } from "../sla";
import { lockTicket, waitsChangedSince } from "../ticket";
import { isSettled } from "../ticket/model";
import { keep } from "./keep-clock";

type Policies = Awaited<ReturnType<typeof loadPolicies>>;

/** Clocks that are looked at in one minute; the next does the rest. */
const MOST = 500;
/** Longer than the minute between two sweeps, ms: what one has missed, the next finds. */
const RECENT_MS = 180_000;

/**
 * Every minute: tells of targets that are near or missed, each once, and sets clocks right that an
 * event came too early for: `waiting_since` may change after it.
 *
 * Safe to run twice, also at once: a ticket is locked, and what was told is noted with it.
 */
export const sweepClocks = defineJob({
  name: "route.sweep-clocks",
  payload: z.object({}),
  async run(ctx) {
    const policies = await loadPolicies(ctx.db);
    const late = await setRight(ctx, policies);
    const told = await tellDue(ctx, policies);
    return `set right ${late}, told ${told}`;
  },
});

async function setRight(ctx: Context, policies: Policies): Promise<number> {
  const since = new Date(ctx.now().getTime() - RECENT_MS);
  const tickets = await waitsChangedSince(ctx.db, since, MOST);
  const counted = await countedWaits(
    ctx.db,
    tickets.map(({ id }) => id),
  );
  const wrong = tickets.filter(({ id, status, waitingSince }) => {
    const waits = isSettled(status) ? null : waitingSince;
    return counted.has(id) && counted.get(id)?.getTime() !== waits?.getTime();
  });
  for (const { id } of wrong) await keep(ctx, id, policies, false);
  return wrong.length;
}

async function tellDue(ctx: Context, policies: Policies): Promise<number> {
  let told = 0;
  for (const { ticketId } of await clocksToTell(ctx.db, ctx.now(), MOST)) {
    told += await transaction(ctx, async (tx) => {
      const { firstResponseAt } = await lockTicket(tx.db, ticketId);
      return tellClockOf(tx, ticketId, firstResponseAt !== null, policies);
    });
  }
  return told;
}
