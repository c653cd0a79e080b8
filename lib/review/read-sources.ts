import type { Context } from "../platform/context";
import { toPublicId } from "../platform/ids";
import type { DraftSentence, Source } from "../resolve/model";
import { TICKET_PREFIX } from "../ticket/model";
import { articlesAmong, passageTexts } from "./item-store";
import { markUsed } from "./mark-used";
import type { ReviewItem, SimilarTicket, SourceView } from "./model";
import { similarRows } from "./similar-store";

type Drafted = {
  sources: Source[];
  sentences: DraftSentence[];
  snapshot: Record<string, unknown>;
};
type Asked = { id: string; subject: string; body: string };

const OUTCOMES: Record<string, string> = {
  confirmed: "the customer confirmed",
  quiet: "no word since",
  reopened: "the customer came back",
  escalated: "it was escalated",
};

/** What a draft rests on, as it reads now, and what was answered to such questions before. */
export async function readSources(
  ctx: Context,
  { sources, sentences, snapshot }: Drafted,
  ticket: Asked,
): Promise<Pick<ReviewItem, "sources" | "similar">> {
  const question = typeof snapshot.question === "string" ? snapshot.question : "";
  const [texts, known, similar] = await Promise.all([
    passageTexts(ctx.db, sources.map(({ passageId }) => passageId).filter(isUuid)),
    articlesAmong(ctx.db, sources.map(({ articleId }) => articleId).filter(isUuid)),
    similarRows(ctx.db, ticket.id, (question || `${ticket.subject} ${ticket.body}`).slice(0, 1000)),
  ]);
  const drawn = new Set(sources.map(({ articleId }) => articleId));
  return {
    sources: sources.map((source, at) =>
      toSource(source, at + 1, sentences, texts.get(source.passageId)?.text, known),
    ),
    similar: similar.map(
      ({ source, outcome, rating, ...row }): SimilarTicket => ({
        ...row,
        id: toPublicId(TICKET_PREFIX, row.id),
        same: drawn.has(source),
        outcome: outcomeWords(outcome, rating),
        sentAt: row.sentAt.toISOString(),
      }),
    ),
  };
}

/** Sources of other versions may be named by other ids. */
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

function toSource(
  { title, articleId, quote }: Source,
  number: number,
  sentences: readonly DraftSentence[],
  text: string | undefined,
  known: ReadonlySet<string>,
): SourceView {
  const used = sentences.filter(({ sources }) => sources.includes(number)).map((one) => one.text);
  const pieces = markUsed(text ?? "", [...used, quote]);
  const stands = pieces.some((piece) => piece.used);
  return {
    title,
    articleId: known.has(articleId) ? articleId : null,
    pieces: stands ? pieces : [{ text: quote, used: true }],
    // An answer that was sent before has no passage: its words are all there is.
    changed: !stands && known.has(articleId),
  };
}

function outcomeWords(outcome: string | null, rating: number | null): string | null {
  const words = [outcome ? (OUTCOMES[outcome] ?? outcome) : null, rating && `CSAT ${rating}`];
  return words.filter(Boolean).join(", ") || null;
}
