import { getSetting } from "../desk";
import { isUncapped } from "../desk/model";
import { acceptedReplies } from "../knowledge";
import type { Context } from "../platform/context";
import { acceptedDrafts, settledDrafts } from "./attempt-store";
import type { Composed } from "./compose";
import type { Gathered } from "./gather";
import type { Work } from "./work";

/** Accepted replies that are looked at: more than a cap asks for, as demo outcomes may not count. */
const NEWEST = 20;

/** What a draft is held back by, and whether an admin has lifted that. */
export async function capsOn(
  ctx: Context,
  composed: Composed,
  gathered: Pick<Gathered, "answer" | "learned">,
  category: string,
): Promise<Work["caps"]> {
  const { answer } = gathered;
  const articleId = answer ? answer.articleId : (composed.sources[0]?.articleId ?? null);
  return {
    experience: await seenSoFar(ctx, composed, gathered),
    lifted: isUncapped(await getSetting(ctx.db, "ai.uncapped"), { category, articleId }),
  };
}

/** Outcomes of drafts, or, where people have answered more than that, what was learned from them. */
async function seenSoFar(
  ctx: Context,
  { sources }: Composed,
  { answer, learned }: Pick<Gathered, "answer" | "learned">,
): Promise<{ uses: number; outcomes: number }> {
  const countDemo = await getSetting(ctx.db, "demo.loaded");
  const settled = await settledDrafts(ctx.db, countDemo);
  const article = answer ? null : (sources[0]?.articleId ?? null);
  const uses = answer?.accepted ?? (article ? await acceptedUses(ctx, article, countDemo) : 0);
  return { uses, outcomes: Math.max(settled, learned?.prediction.parts.outcomes ?? 0) };
}

/** How often drafts from this article were accepted: unchanged, or edited a little. */
async function acceptedUses(ctx: Context, articleId: string, countDemo: boolean): Promise<number> {
  const nearly = await acceptedReplies(ctx.db, articleId, NEWEST);
  return acceptedDrafts(ctx.db, { articleId, nearly, countDemo });
}
