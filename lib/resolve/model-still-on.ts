import { type ActiveProvider, activeProvider, holdProvider } from "../llm";
import type { Context } from "../platform/context";
import type { LlmFacts, Work } from "./work";

/** Whoever switches a model off expects that nothing of it is sent any more. */
export const SWITCHED_OFF: Pick<LlmFacts, "fault" | "words"> = {
  fault: "off",
  words: "The model was switched off or changed while it wrote.",
};

/** The desk's own draft in the model's place, with the reason. */
export function standIn(local: Work, facts: LlmFacts): Work {
  return { ...local, llm: { facts, used: false, draft: null } };
}

/** A first look, before anything is made of what it wrote. */
export async function stillOn(ctx: Context, { identity, mode }: ActiveProvider): Promise<boolean> {
  const now = await activeProvider(ctx.db);
  return now?.identity === identity && now.mode === mode;
}

/**
 * The work as it may be stored: the desk's own draft where its model was switched off, removed or
 * changed meanwhile. Call it in the transaction that stores it: who switches off waits for its end.
 */
export async function asAllowed(ctx: Context, work: Work): Promise<Work> {
  const { llm } = work;
  if (!llm?.used || (await holdProvider(ctx.db, llm.by))) return work;
  return standIn(llm.instead, { ...llm.facts, ...SWITCHED_OFF });
}
