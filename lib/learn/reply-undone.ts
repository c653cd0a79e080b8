import { z } from "zod";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { signalsOfMessage } from "../predictor";
import { takeBack } from "./take-back";

/** Takes back what was learned from a reply that a person took back. Safe to repeat. */
export const unlearnReply = defineJob({
  name: "learn.reply-undone",
  payload: z.object({ messageId: z.uuid() }),
  run: (ctx, { messageId }) =>
    transaction(ctx, async (tx) => {
      const learned = await signalsOfMessage(tx.db, messageId);
      for (const signal of learned) await takeBack(tx, signal, null);
      return `${learned.length} taken back`;
    }),
});
