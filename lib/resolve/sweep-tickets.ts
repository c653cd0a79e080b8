import { z } from "zod";
import { getSetting } from "../desk";
import { defineJob } from "../platform/jobs";
import { closeSettled, reopenStalled, wakeDue } from "../ticket";
import { setAsideMoot } from "./moot-store";

/**
 * Every minute: wakes snoozed tickets, closes resolved ones that nothing happens to any more,
 * opens those that the AI has had for too long, and sets aside held drafts of tickets that another
 * system has settled.
 *
 * Safe to run twice, also at once: each ticket is taken by one guarded update that skips those
 * that another sweep has locked, and a second run finds nothing left.
 */
export const sweepTickets = defineJob({
  name: "ticket.sweep",
  payload: z.object({}),
  async run(ctx) {
    const woken = await wakeDue(ctx);
    const closed = await closeSettled(ctx, await getSetting(ctx.db, "ticket.autoCloseDays"));
    const stalled = await reopenStalled(ctx);
    const moot = await setAsideMoot(ctx.db, null);
    return `woke ${woken}, closed ${closed}, opened ${stalled}, set aside ${moot.length}`;
  },
});

/**
 * Sets aside the held draft of a ticket that was closed as a duplicate, or whose message was moved.
 * Safe to run twice: only what is still held changes.
 */
export const setAsideDraft = defineJob({
  name: "resolve.set-aside-draft",
  payload: z.object({ ticketId: z.uuid() }),
  async run(ctx, { ticketId }) {
    return `set aside ${(await setAsideMoot(ctx.db, ticketId)).length}`;
  },
});
