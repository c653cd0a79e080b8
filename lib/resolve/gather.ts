import { customerContext } from "../customer";
import { rarity, splitSentences, stemsOf } from "../knowledge";
import type { ArticleMatch, KnowledgeMatch } from "../knowledge/model";
import type { Context } from "../platform/context";
import { questionText } from "../predictor";
import type { TriedStep } from "../route/model";
import {
  earlierTickets,
  type Message,
  participantsOf,
  plainText,
  publicThread,
  smallTalk,
  type Ticket,
  unansweredMessages,
} from "../ticket";
import type { CandidateSentence } from "./compose";
import { type Example, type Learned, type ReadyAnswer, recall } from "./recall";
import type { Trust } from "./trusted";

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
  /** Whose data this is; it never mixes with another account's. */
  who: { customerId: string; emails: string[]; accountId: string; accountName: string };
  match: KnowledgeMatch;
  /** What the desk has learned about such questions; null while it has learned nothing. */
  learned: Learned | null;
  /** The past answer that fits best, when it fits better than any article. */
  answer: ReadyAnswer | null;
  /** Answers that people have sent to such questions, as far as this account may get them. */
  examples: Example[];
  /** How far the desk's own confidence has been right. */
  trust: Trust;
  facts: Facts;
  candidates: CandidateSentence[];
  steps: { step: string; stems: string[] }[];
  /** Text of each passage that a reply may name. */
  passages: Map<string, string>;
  snapshot: Record<string, unknown>;
};

/** What is known of the customer and the ticket, as the snapshot keeps it. */
export type Facts = {
  account: Pick<Account, "tier" | "seats" | "trialUntil" | "usage" | "onboarding">;
  billing: Known["billing"];
  earlierTickets: Awaited<ReturnType<typeof earlierTickets>>;
  /** What the customer may see of the thread, oldest first; texts are cut. */
  thread: { messageId: string; author: string; text: string; at: Date }[];
  tried: readonly TriedStep[];
  toolsUsed: readonly string[];
  page: unknown;
};
type Known = Awaited<ReturnType<typeof customerContext>>;
type Account = Known["account"];

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
  const known = await customerContext(ctx.db, ticket.customerId);
  const { account, customer } = known;
  const emails = await participantsOf(ctx.db, ticket.id);
  const { match, learned, answer, examples, trust } = await recall(ctx, text, account.id, {
    name: customer.name,
    email: emails[0] ?? null,
    account: account.name,
    ticket: ticket.number,
  });
  const [best] = match.articles;
  const passages = best && !answer ? worthReading(best) : [];
  const facts = await factsOf(ctx, ticket, message, known, tried);
  const pieces = answer ? answerPieces(answer, learned) : passagePieces(match, passages);
  return {
    question,
    customerName: customer.name,
    who: {
      customerId: customer.id,
      emails,
      accountId: account.id,
      accountName: account.name,
    },
    match,
    learned,
    answer,
    examples,
    trust,
    facts,
    ...(await withStems(ctx, match, pieces, tried)),
    passages: new Map(
      answer
        ? [[answer.id, answer.text]]
        : passages.map((passage) => [passage.passageId, passage.text]),
    ),
    snapshot: {
      question: text.slice(0, KEPT.characters),
      customer: { tags: customer.tags },
      ...facts,
      ...(learned && learnedSnapshot(learned)),
      articles: match.articles.slice(0, KEPT.articles).map(keptArticle),
    },
  };
}

async function factsOf(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  { account, billing }: Known,
  tried: readonly TriedStep[],
): Promise<Facts> {
  const thread = await publicThread(ctx.db, ticket.id, KEPT.messages);
  const { tier, seats, trialUntil, usage, onboarding } = account;
  return {
    account: { tier, seats, trialUntil, usage, onboarding },
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
  };
}

/** An article that was considered: how well it fits, and its passages as they read. */
function keptArticle({ passages, ...article }: ArticleMatch) {
  const kept = passages.map(({ passageId, title, text, rank }) => ({
    passageId,
    title,
    text: text.slice(0, KEPT.characters),
    rank,
  }));
  return { ...article, passages: kept };
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
  if (texts.length === 0) return { onlyTalk: true };
  return { text: questionText(smallTalk(ticket.subject) ? "" : ticket.subject, texts) };
}

function worthReading({ passages }: ArticleMatch) {
  const least = (passages[0]?.rank ?? 0) * WORTH;
  return passages.slice(0, PASSAGES).filter(({ rank }) => rank >= least);
}

type NewPiece = Omit<CandidateSentence, "stems" | "score"> & { passage: number };

function passagePieces(match: KnowledgeMatch, passages: ArticleMatch["passages"]): NewPiece[] {
  return passages.flatMap(({ passageId, articleId, text, position, rank }) =>
    splitSentences(text).map((sentence, at) => ({
      text: sentence,
      place: position * PLACES + at,
      passage: rank,
      passageId,
      articleId,
      title: match.articles[0]?.title ?? "",
    })),
  );
}

/** All sentences of an answer, each with the line break that stood before it. */
function answerPieces(answer: ReadyAnswer, learned: Learned | null): NewPiece[] {
  const numbers = learned?.tickets.map((number) => `#${number}`).join(", ");
  const title = numbers ? `Answer that people sent in ${numbers}` : "Answer that people have sent";
  const pieces: NewPiece[] = [];
  let before = "";
  for (const line of answer.text.split("\n")) {
    for (const text of splitSentences(line)) {
      pieces.push({
        text,
        before,
        place: pieces.length,
        passage: 1,
        passageId: answer.id,
        articleId: answer.articleId ?? answer.id,
        title,
      });
      before = " ";
    }
    before = line.trim() === "" || before === "\n" ? "\n\n" : "\n";
  }
  return pieces;
}

/** Kept with the draft: what it was made from, and what else was thought of. */
function learnedSnapshot({ subject, prediction, version }: Learned): Record<string, unknown> {
  const { candidates, confidence, uncapped, novelty, novel, parts } = prediction;
  return {
    subject,
    prediction: {
      version,
      candidates: candidates.slice(0, KEPT.articles).map(({ answer, probability }) => ({
        answer,
        probability,
      })),
      confidence,
      uncapped,
      novelty,
      novel,
      parts,
    },
  };
}

/** Sentences and tried steps, each with its words as stems. */
async function withStems(
  ctx: Context,
  match: KnowledgeMatch,
  sentences: readonly NewPiece[],
  tried: readonly TriedStep[],
): Promise<Pick<Gathered, "candidates" | "steps">> {
  const failed = tried.filter(({ helped }) => helped !== true).map(({ step }) => step);
  const telling = new Map(
    match.words.map(({ word, articles }) => [word, rarity(articles, match.total)]),
  );
  const all = [...telling.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const overlap = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (telling.get(word) ?? 0), 0) / all;
  const stems = await stemsOf(ctx.db, [...sentences.map(({ text }) => text), ...failed]);
  return {
    candidates: sentences.map(({ passage, ...sentence }, at) => {
      const words = stems[at] ?? [];
      return { ...sentence, stems: words, score: passage + overlap(words) };
    }),
    steps: failed.map((step, at) => ({ step, stems: stems[sentences.length + at] ?? [] })),
  };
}
