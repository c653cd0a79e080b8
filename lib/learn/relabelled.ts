import { z } from "zod";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { appendSignal } from "../predictor";
import { customerMessages, plainText, ticketById } from "../ticket";
import { Priority } from "../ticket/model";

/**
 * Notes that a person set another priority. Safe to repeat: a change from one to the other is noted
 * once per ticket; the same change made again later teaches nothing new.
 */
export const notePriority = defineJob({
  name: "learn.relabelled",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), from: Priority, to: Priority }),
  run: (ctx, { ticketId, from, to }) =>
    transaction(ctx, async (tx) => {
      const ticket = await ticketById(tx.db, ticketId);
      const [first] = await customerMessages(tx.db, ticketId, 1);
      await appendSignal(tx.db, {
        key: `priority:${ticketId}:${from}>${to}`,
        kind: "relabelled",
        ticketId,
        subject: `priority:${to}`,
        question: first ? plainText(first.text) : ticket.body,
        payload: { label: "priority", from, to },
        demo: ticket.demo,
        createdAt: tx.now(),
      });
      return `${from} → ${to}`;
    }),
});
