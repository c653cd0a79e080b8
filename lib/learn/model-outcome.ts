import type { SettledDraft } from "../insights";
import { modelDraftOf, newestShadow, settleModelDraft } from "../llm";
import type { Context } from "../platform/context";
import { nearEnough } from "./near-enough";

/** What was written in the shadow is compared with what a person wrote: weaker than their word. */
const SHADOW_WEIGHT = 0.5;

/**
 * What a person sent says of a model's draft: of its own whether they accepted it, of one in the
 * shadow whether it comes near. Safe to repeat: the same word again.
 */
export async function settleBySending(
  ctx: Context,
  { id }: Pick<SettledDraft, "id">,
  sent: { text: string; accepted: boolean },
): Promise<void> {
  const model = await modelDraftOf(ctx.db, id);
  if (!model?.draft || !model.row) return;
  const end = model.used
    ? { right: sent.accepted, weight: 1 }
    : { right: nearEnough(model.draft, sent.text), weight: SHADOW_WEIGHT };
  await settleModelDraft(ctx, id, end);
}

/** A person has written by themselves: the newest draft in the shadow is compared with it. */
export async function settleShadow(ctx: Context, ticketId: string, text: string): Promise<void> {
  const shadow = await newestShadow(ctx.db, ticketId);
  if (!shadow?.draft) return;
  const right = nearEnough(shadow.draft, text);
  await settleModelDraft(ctx, shadow.attemptId, { right, weight: SHADOW_WEIGHT });
}

/**
 * The same word for a model's draft that was used as the desk's own core learns of its: what a
 * person or a customer said. Silence says nothing against what is known already.
 */
export async function settleUsed(
  ctx: Context,
  attemptId: string,
  end: { right: boolean; weight: number; weak?: boolean },
): Promise<void> {
  const model = await modelDraftOf(ctx.db, attemptId);
  if (!model?.used || !model.row || (end.weak && model.right !== null)) return;
  await settleModelDraft(ctx, attemptId, { right: end.right, weight: Math.min(1, end.weight) });
}

/** What was said of it was taken back: nobody knows how it ended. */
export async function unsettle(ctx: Context, attemptId: string): Promise<void> {
  await settleModelDraft(ctx, attemptId, { right: null, weight: 0 });
}
