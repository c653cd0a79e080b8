import { EVENTS } from "../event/model";
import { standIn } from "../person";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { assignTicket, lockTicket, ticketsInHand } from "../ticket";

/** Tickets handed over in one run; far more than a person can have in work. */
const MOST = 1000;

/**
 * Somebody is away or has left: what they had in work goes to their cover, or back to its team.
 *
 * Safe to repeat: each ticket is given by one transaction, and only while the person still has it.
 */
export const handOver = defineJob({
  name: "resolve.hand-over",
  payload: EVENTS["person.changed"],
  async run(ctx, { personId, change }) {
    if (change !== "away" && change !== "disabled") return `skipped: ${change}`;
    const { personId: to, why } = await standIn(ctx.db, personId, ctx.now());
    if (why === "here") return "skipped: they are back";
    const ids = await ticketsInHand(ctx.db, personId, MOST);
    let given = 0;
    for (const ticketId of ids) if (await give(ctx, ticketId, personId, to)) given++;
    return `${given} tickets handed over`;
  },
});

async function give(
  ctx: Context,
  ticketId: string,
  from: string,
  to: string | null,
): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const { assigneeId } = await lockTicket(tx.db, ticketId);
    if (assigneeId !== from) return false;
    await assignTicket(tx, { ticketId, personId: to });
    return true;
  });
}
