import { z } from "zod";
import { EVENTS } from "../event/model";
import { defineJob } from "../platform/jobs";
import { noteDelivery } from "./follow-up-store";

/** Told apart by what only a failure has. */
const Outcome = z.union([EVENTS["reply.failed"], EVENTS["reply.delivered"]]);

/**
 * Notes at an attempt what became of the reply that was sent because of it.
 *
 * Safe to repeat: one update that looks for what it replaces.
 */
export const noteOutcome = defineJob({
  name: "resolve.note-outcome",
  payload: Outcome,
  batch: 10,
  async run(ctx, told) {
    if ("final" in told && !told.final) return "skipped: it is tried again";
    const outcome = "final" in told ? "delivery failed" : "delivered";
    const noted = await noteDelivery(ctx.db, told.messageId, outcome);
    return noted ? outcome : "skipped: no attempt was sent by it";
  },
});
