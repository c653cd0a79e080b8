import { z } from "zod";
import { settledDraft } from "../insights";
import { defineJob } from "../platform/jobs";
import { type Current, deskModel, insertPredictions, shadowModel, taughtSince } from "../predictor";
import { ticketFacts } from "./ticket-facts";

/** How long a draft's comparison waits for a shadow that is still built; then it is left out. */
const PATIENCE_MS = 20_000;

/**
 * Keeps what the shadow, and the one that answers, would have said of a draft, both as they are
 * now. Nobody sees it on the ticket. Left out where the ticket has taught something since: whoever
 * predicts then has seen the answer. Safe to repeat: one row for each configuration and draft.
 */
export const shadowPredict = defineJob({
  name: "learn.shadow-predict",
  payload: z.object({ attemptId: z.uuid() }),
  async run(ctx, { attemptId }) {
    const shadow = await shadowModel.follow(ctx.db, PATIENCE_MS);
    if (shadow === null) return "nothing is in the shadow";
    if (shadow === "building") return "skipped: the shadow is still learning from the ledger";
    const draft = await settledDraft(ctx.db, attemptId);
    if (!draft || draft.question === "") return "skipped: there is no question";
    const current = await deskModel.current(ctx.db);
    const { accountId } = await ticketFacts(ctx, draft.ticketId);
    if (await taughtSince(ctx.db, draft.ticketId, draft.createdAt)) {
      return "skipped: it has been answered meanwhile";
    }
    const said = [current, shadow].flatMap((one) => sayOf(one, draft.question, accountId));
    await insertPredictions(ctx.db, attemptId, said, ctx.now());
    return `compared ${said.length}`;
  },
});

function sayOf({ engine, config }: Current, question: string, accountId: string) {
  if (config === null) return [];
  const { candidates, confidence, novelty, automatic } = engine.predict(question, {}, accountId);
  const subject = candidates[0]?.answer ?? null;
  return [{ configNumber: config, subject, confidence, novelty, automatic }];
}
