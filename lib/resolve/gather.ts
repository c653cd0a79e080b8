import { customerContext } from "../customer";
import { rarity, searchKnowledge, splitSentences, stemsOf } from "../knowledge";
import type { ArticleMatch, KnowledgeMatch } from "../knowledge/model";
import type { Context } from "../platform/context";
import type { TriedStep } from "../route/model";
import {
  earlierTickets,
  type Message,
  plainText,
  publicThread,
  READ_CHARACTERS,
  smallTalk,
  type Ticket,
  unansweredMessages,
} from "../ticket";
import type { CandidateSentence } from "./compose";

/** Passages of the best article that a reply may draw on. */
const PASSAGES = 4;
/** More than a passage has sentences, so that places of two passages never mix. */
const PLACES = 100;
/** A further passage must hold this share of what the best one holds. */
const WORTH = 0.3;
/** Kept in the snapshot: messages, characters of each, articles. */
const KEPT = { messages: 20, characters: 2000, articles: 5 };

export type Gathered = {
  /** What the customer asks, or what kind of small talk it is. */
  question: { text: string } | { onlyTalk: true };
  customerName: string;
  match: KnowledgeMatch;
  candidates: CandidateSentence[];
  steps: { step: string; stems: string[] }[];
  /** Text of each passage that a reply may name. */
  passages: Map<string, string>;
  snapshot: Record<string, unknown>;
};

/**
 * Loads what a reply is made from. Of the thread only what the customer may see: an internal note
 * never reaches a draft.
 */
export async function gather(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  tried: readonly TriedStep[],
): Promise<Gathered> {
  const question = await questionOf(ctx, ticket, message);
  const text = "text" in question ? question.text : "";
  const match = await searchKnowledge(ctx.db, text);
  const [best] = match.articles;
  const passages = best ? worthReading(best) : [];
  const known = await customerContext(ctx.db, ticket.customerId);
  const thread = await publicThread(ctx.db, ticket.id, KEPT.messages);
  const { account, customer, billing } = known;
  return {
    question,
    customerName: customer.name,
    match,
    ...(await withStems(ctx, match, passages, tried)),
    passages: new Map(passages.map((passage) => [passage.passageId, passage.text])),
    snapshot: {
      question: text.slice(0, KEPT.characters),
      customer: { tags: customer.tags },
      account: {
        tier: account.tier,
        seats: account.seats,
        trialUntil: account.trialUntil,
        usage: account.usage,
        onboarding: account.onboarding,
      },
      billing,
      earlierTickets: await earlierTickets(ctx.db, ticket.customerId, ticket.id, 5),
      thread: thread.map(({ id, author, text: said, createdAt }) => ({
        messageId: id,
        author,
        text: said.slice(0, KEPT.characters),
        at: createdAt,
      })),
      tried,
      toolsUsed: ticket.toolsUsed,
      page: message.metadata.page ?? null,
      articles: match.articles.slice(0, KEPT.articles).map(({ passages: found, ...article }) => ({
        ...article,
        passageIds: found.map(({ passageId }) => passageId),
      })),
    },
  };
}

/** All unanswered messages at once; thanks and greetings ask for nothing. */
async function questionOf(
  ctx: Context,
  ticket: Ticket,
  message: Message,
): Promise<Gathered["question"]> {
  const open = await unansweredMessages(ctx.db, ticket.id);
  const texts = (open.length > 0 ? open : [message])
    .filter(({ metadata }) => metadata.confirmation !== true)
    .map(({ text }) => plainText(text))
    .filter((text) => smallTalk(text) === null);
  const asked = texts.join("\n");
  const subject = ticket.subject.replace(/…$/, "").trim();
  if (texts.length === 0) return { onlyTalk: true };
  const repeated = asked.toLowerCase().includes(subject.toLowerCase());
  const heading = repeated || smallTalk(subject) ? "" : `${subject}\n`;
  return { text: `${heading}${asked}`.slice(0, READ_CHARACTERS).trim() };
}

function worthReading({ passages }: ArticleMatch) {
  const least = (passages[0]?.rank ?? 0) * WORTH;
  return passages.slice(0, PASSAGES).filter(({ rank }) => rank >= least);
}

/** Sentences of the passages and tried steps, each with its words as stems. */
async function withStems(
  ctx: Context,
  match: KnowledgeMatch,
  passages: ArticleMatch["passages"],
  tried: readonly TriedStep[],
): Promise<Pick<Gathered, "candidates" | "steps">> {
  const failed = tried.filter(({ helped }) => helped !== true).map(({ step }) => step);
  const sentences = passages.flatMap(({ passageId, articleId, text, position, rank }) =>
    splitSentences(text).map((sentence, at) => ({
      text: sentence,
      place: position * PLACES + at,
      passage: rank,
      passageId,
      articleId,
      title: match.articles[0]?.title ?? "",
    })),
  );
  const telling = new Map(
    match.words.map(({ word, articles }) => [word, rarity(articles, match.total)]),
  );
  const all = [...telling.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const overlap = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (telling.get(word) ?? 0), 0) / all;
  const stems = await stemsOf(ctx.db, [...sentences.map(({ text }) => text), ...failed]);
  return {
    candidates: sentences.map((sentence, at) => {
      const words = stems[at] ?? [];
      return { ...sentence, stems: words, score: sentence.passage + overlap(words) };
    }),
    steps: failed.map((step, at) => ({ step, stems: stems[sentences.length + at] ?? [] })),
  };
}
