import { storeModelDraft } from "../llm";
import type { Context } from "../platform/context";
import { probability } from "./probability";
import type { Work } from "./work";

/**
 * Keeps what a model wrote beside its attempt, for its calibration, or why it wrote nothing. Call it
 * in the transaction that stores the attempt. Safe to repeat: an attempt has one.
 */
export async function keepModelDraft(
  ctx: Context,
  ticketId: string,
  attemptId: string,
  { llm }: Pick<Work, "llm">,
): Promise<void> {
  if (!llm) return;
  const { facts, used, draft } = llm;
  await storeModelDraft(ctx, {
    attemptId,
    ticketId,
    callId: facts.callId,
    model: facts.identity,
    promptVersion: facts.promptVersion,
    used,
    draft: draft?.composed.draft ?? null,
    sentences: draft?.composed.sentences ?? [],
    sources: draft?.composed.sources ?? [],
    unknown: facts.unknown ?? [],
    followUp: facts.followUp ?? null,
    fault: facts.fault ?? null,
    words: facts.words ?? null,
    confidence: probability(draft?.scored.confidence ?? 0),
    parts: draft?.scored.parts ?? [],
    // Nothing was said, so nothing can turn out right or wrong.
    row: draft?.composed.draft ? draft.row : null,
  });
}
