import { z } from "zod";
import { activeProvider, modelDraftOf } from "../llm";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { messageById, ticketById } from "../ticket";
import { firstAttempt } from "./attempt-store";
import { EVIDENCE, localDraft, MODEL_SHADOW } from "./draft-reply";
import { keepModelDraft } from "./keep-model-draft";
import { routedAs } from "./routed-as";
import { writeWithModel } from "./write-with-model";

/**
 * Lets a model draft in the shadow, beside a draft of the desk's own core. What it writes is kept and
 * never sent; how near it comes to what people send is its calibration.
 *
 * Safe to repeat: an attempt has one draft of a model, and is asked about only while it has none.
 */
export const modelShadow = defineJob({
  name: MODEL_SHADOW,
  payload: z.object({ ticketId: z.uuid(), messageId: z.uuid() }),
  async run(ctx, { messageId }) {
    const provider = await activeProvider(ctx.db);
    if (provider?.mode !== "shadow") return "skipped: no model is in the shadow";
    const attempt = await firstAttempt(ctx.db, messageId);
    if (!attempt) return "skipped: the draft was erased";
    if (await modelDraftOf(ctx.db, attempt.id)) return "skipped: it has a draft of a model";
    const message = await messageById(ctx.db, messageId);
    if (!message) return "skipped: the message was erased";
    const ticket = await ticketById(ctx.db, attempt.ticketId);
    if (ticket.demo || ticket.historic) return "skipped: nobody waits for it";
    const routed = await routedAs(ctx, message);
    const local = routed && (await localDraft(ctx, ticket, message, routed, EVIDENCE));
    if (!local) return "skipped: there is nothing to answer";
    // Nothing runs outside for a draft that nobody gets.
    const work = await writeWithModel(ctx, { provider, ticket, local, tools: false });
    await keep(ctx, ticket.id, attempt.id, work);
    return work.llm?.facts.fault ? `failed: ${work.llm.facts.fault}` : "drafted in the shadow";
  },
});

const keep = (
  ctx: Context,
  ticketId: string,
  attemptId: string,
  { llm }: Parameters<typeof keepModelDraft>[3],
) =>
  transaction(ctx, (tx) =>
    keepModelDraft(tx, ticketId, attemptId, { llm: llm && { ...llm, used: false } }),
  );
