import { z } from "zod";
import { lastUse } from "../knowledge";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lockLedger } from "../predictor";
import { ticketById } from "../ticket";
import { judgeUse } from "./judge-use";
import { subjectOf } from "./path";

/**
 * Learns that a reply did not help: the conversation was handed over to people after it. Where the
 * customer's writing again has told so already, the row only tells of it.
 * Safe to repeat: one signal per reply.
 */
export const learnEscalation = defineJob({
  name: "learn.escalated",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), escalated: z.boolean() }),
  async run(ctx, { ticketId, escalated }) {
    if (!escalated) return "skipped: nothing was handed over";
    return transaction(ctx, async (tx) => {
      await lockLedger(tx.db);
      const use = await lastUse(tx.db, ticketId, tx.now());
      if (!use) return "skipped: nothing was answered before";
      const { escalationReason } = await ticketById(tx.db, ticketId);
      const told = await judgeUse(tx, use, {
        kind: "escalated",
        outcome: "reopened",
        key: `escalated:${use.messageId}`,
        weight: use.outcome === "reopened" ? 0 : -1,
        helped: false,
        payload: { because: escalationReason ?? "" },
      });
      return told ? `escalated after ${subjectOf(use)}` : "skipped: known";
    });
  },
});
