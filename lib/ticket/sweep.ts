import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { closeQuiet, endSnoozes, openStalled } from "./sweep-store";

/** Tickets in one transaction, so that nobody waits long for their locks. */
const BATCH = 200;
/** Batches in one sweep; the next minute does the rest. */
const BATCHES = 50;
const DAY = 86_400_000; // ms
/** Longer than all tries of a delivery take together, ms. */
const STALLED = 3_600_000;

/** Wakes tickets whose snooze is over. @returns how many */
export function wakeDue(ctx: Context): Promise<number> {
  return inBatches(ctx, async (tx) => {
    const ids = await endSnoozes(tx.db, tx.now(), BATCH);
    for (const ticketId of ids) {
      await recordEvent(tx, "ticket.woken", { ticketId, because: "Its time has come." });
    }
    return ids.length;
  });
}

/** Closes resolved tickets without activity for so many days. @returns how many */
export function closeSettled(ctx: Context, days: number): Promise<number> {
  const because = `Nothing has happened for ${days} ${days === 1 ? "day" : "days"}.`;
  return inBatches(ctx, async (tx) => {
    const before = new Date(tx.now().getTime() - days * DAY);
    const ids = await closeQuiet(tx.db, before, tx.now(), BATCH);
    for (const ticketId of ids) {
      const move = { from: "resolved", to: "closed" } as const;
      await recordEvent(tx, "ticket.status_changed", { ticketId, ...move, because });
    }
    return ids.length;
  });
}

/** Gives people what the AI has had in work for too long. @returns how many */
export function reopenStalled(ctx: Context): Promise<number> {
  const because = "The work on it broke off, so people look at it.";
  return inBatches(ctx, async (tx) => {
    const before = new Date(tx.now().getTime() - STALLED);
    const ids = await openStalled(tx.db, before, tx.now(), BATCH);
    for (const ticketId of ids) {
      const move = { from: "in_progress", to: "open" } as const;
      await recordEvent(tx, "ticket.status_changed", { ticketId, ...move, because });
    }
    return ids.length;
  });
}

async function inBatches(ctx: Context, work: (tx: Context) => Promise<number>): Promise<number> {
  let all = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const done = await transaction(ctx, work);
    all += done;
    if (done < BATCH) break;
  }
  return all;
}
