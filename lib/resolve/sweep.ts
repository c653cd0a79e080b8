import { z } from "zod";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { takeDue } from "../ticket";
import { heldRounds } from "./follow-up-store";
import { TAKE_UP } from "./take-up";

/** Tickets of one sweep; what is left is due in the next minute. */
const BATCH = 100;

/**
 * The follow-up cycle: takes held tickets up again whose time has come.
 *
 * Safe to repeat, and to run twice at once: a ticket is taken off the list in the transaction that
 * queues its job, and locked rows are passed over.
 */
export const sweep = defineJob({
  name: "resolve.sweep",
  payload: z.object({}),
  run: (ctx) =>
    transaction(ctx, async (tx) => {
      const due = await takeDue(tx.db, tx.now(), BATCH);
      const held = await heldRounds(tx.db, due);
      const because = "The follow-up cycle tries again.";
      for (const { id: attemptId, ticketId, round } of held) {
        const input = { ticketId, attemptId, round, because, cause: "clock" };
        await tx.jobs.send(tx.db, TAKE_UP, input);
      }
      return `${held.length} of ${due.length} due tickets are taken up`;
    }),
});
