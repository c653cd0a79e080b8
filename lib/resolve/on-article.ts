import { z } from "zod";
import { EVENTS } from "../event/model";
import { searchKnowledge } from "../knowledge";
import type { ArticleMatch } from "../knowledge/model";
import type { Context } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { unsupported } from "./compose";
import { type HeldQuestion, newestHeld } from "./follow-up-store";
import { TAKE_UP } from "./take-up";

/** Held drafts that are looked at, the newest: each costs one search. */
const LOOKED_AT = 200;
/** A fit that is better by less is the same: rarities of words move with every article. */
const BETTER = 0.02;

/** What a snapshot says of the articles that were found; of another version: nothing. */
const Found = z
  .array(z.object({ coverage: z.number(), passageCoverage: z.number(), titleMatch: z.number() }))
  .catch([]);
type Fit = z.output<typeof Found>[number];

/**
 * Takes held tickets up again that a published article now answers better.
 *
 * Safe to repeat: it only queues, and a job names the draft and round that it is to replace.
 */
export const onArticle = defineJob({
  name: "resolve.on-article",
  payload: EVENTS["article.saved"],
  async run(ctx, { articleId, state, filled }) {
    if (filled) return "skipped: it came with the demo";
    if (state !== "published") return `skipped: the article is ${state}`;
    const held = await newestHeld(ctx.db, LOOKED_AT);
    let queued = 0;
    for (const attempt of held) {
      const because = await whyBetter(ctx, attempt, articleId);
      if (!because) continue;
      const { id: attemptId, ticketId, round } = attempt;
      const input = { ticketId, attemptId, round, because, cause: "article" };
      await ctx.jobs.send(ctx.db, TAKE_UP, input);
      queued++;
    }
    return `${queued} of ${held.length} held tickets are taken up`;
  },
});

/** Why a draft made now would differ, in plain words; null when this article changes nothing. */
async function whyBetter(
  ctx: Context,
  held: HeldQuestion,
  articleId: string,
): Promise<string | null> {
  const { articles } = await searchKnowledge(ctx.db, held.question);
  const article = articles.find((match) => match.articleId === articleId);
  if (held.sources.some((source) => source.articleId === articleId) && !stands(held, article)) {
    return "The article that the draft rests on has changed.";
  }
  if (!article || article !== articles[0]) return null;
  const [before] = Found.parse(held.articles);
  if (before && likeness(article) <= likeness(before) + BETTER) return null;
  return `The article "${article.title}" fits better than what was there.`;
}

const likeness = (match: Fit) => match.coverage + match.passageCoverage + match.titleMatch;

/** True when the article still says what the draft took from it. Passages are new after each save. */
function stands({ sentences, sources }: HeldQuestion, article: ArticleMatch | undefined): boolean {
  const text = article?.passages.map((passage) => passage.text).join("\n") ?? "";
  const of = sources.map((source) => ({ ...source, passageId: source.articleId }));
  const named = sentences.filter(({ sources: numbers }) =>
    numbers.some((number) => sources[number - 1]?.articleId === article?.articleId),
  );
  return (
    article !== undefined && unsupported(named, of, new Map([[article.articleId, text]])) === 0
  );
}
