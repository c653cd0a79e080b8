import type { Context } from "../platform/context";
import type { Ticket } from "../ticket";
import { guardModelDraft } from "./model-guards-run";
import type { ModelReply } from "./model-output";
import type { Prepared } from "./model-request";

type Said = ModelReply["sentences"][number];

/** What may stay of a model's sentences, what was taken out of them, and what holds the draft. */
type Guarded = { sentences: Said[]; removed: string[]; blocks: string[] };

/** Passes what a model said through the guards; paragraphs stay where they were. */
export async function guarded(
  ctx: Context,
  ticket: Ticket,
  said: readonly Said[],
  { citable, request }: Prepared,
): Promise<Guarded> {
  const all = [...citable.values()];
  const guards = await guardModelDraft(ctx, ticket, {
    sentences: said.map(({ text }) => text.trim()),
    sources: all.filter(({ subject }) => subject !== null).map(({ text }) => text),
    lookedUp: all.filter(({ articleId }) => articleId === "tool").map(({ text }) => text),
    instructions: request.instructions,
  });
  const sentences = said.flatMap(({ text, citations }, at) => {
    const clean = guards.sentences[at]?.trim() ?? "";
    const before = /^\s*/.exec(text)?.[0] ?? "";
    return clean === "" ? [] : [{ text: `${before}${clean}`, citations }];
  });
  return { sentences, removed: guards.removed, blocks: guards.blocks };
}
