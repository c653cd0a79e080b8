import {
  type Addressee,
  fillTemplate,
  findAnswers,
  type PastAnswer,
  searchKnowledge,
} from "../knowledge";
import { articleClass, classOf, type KnowledgeMatch } from "../knowledge/model";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { deskModel } from "../predictor";
import type { Prediction } from "../predictor/model";
import { ticketById } from "../ticket";
import { articleLogit, contrary, learnedShare, mix, pastLogit } from "./weigh";

/** Candidates of the predictor that are looked up. */
const LOOKED_UP = 6;
/** Tickets named as evidence. */
const NAMED = 5;

/** What the desk has learned about a question; null on a desk that has learned nothing. */
export type Learned = {
  prediction: Prediction;
  /** The state of the predictor that said so. */
  version: string;
  /** What was chosen, as the predictor names it. */
  subject: string;
  past: PastAnswer | null;
  /** Log-odds of the choice by words and likeness alone, and by what was learned, mixed. */
  words: number;
  mixed: number;
  /** Numbers of the tickets that speak for it, the closest first. */
  tickets: number[];
};

/** An answer to send again, with what is known of the customer filled in. */
export type ReadyAnswer = {
  id: string;
  text: string;
  language: string | null;
  articleId: string | null;
  /** Placeholders that only a person can fill. */
  missing: string[];
  accepted: number;
};

export type Recalled = {
  match: KnowledgeMatch;
  learned: Learned | null;
  answer: ReadyAnswer | null;
};

/**
 * What could be said to a question: the articles that hold its words, and what was answered to
 * such questions before, as far as this account may get it. Chooses what is most likely right.
 */
export async function recall(
  ctx: Context,
  text: string,
  accountId: string,
  to: Addressee,
): Promise<Recalled> {
  const { engine, version } = await deskModel.current(ctx.db);
  if (text === "" || engine.outcomeCount === 0) {
    return { match: await searchKnowledge(ctx.db, text), learned: null, answer: null };
  }
  const prediction = engine.predict(text, {}, accountId);
  const named = prediction.candidates.slice(0, LOOKED_UP).map(({ answer }) => answer);
  const articles = named
    .map(classOf)
    .flatMap((of) => (of && "articleId" in of ? of.articleId : []));
  const match = await searchKnowledge(ctx.db, text, articles);
  const past = await findAnswers(ctx.db, match, accountId, named);
  const choice = choose(match, past, prediction);
  if (!choice) return { match, learned: null, answer: null };
  const of = classOf(choice.subject);
  const learned = {
    ...choice,
    prediction,
    version,
    tickets: await ticketNumbers(ctx, choice.past, choice.subject, prediction),
  };
  const known = choice.past?.answer;
  if (!known) {
    return {
      match: putFirst(match, of && "articleId" in of ? of.articleId : ""),
      learned,
      answer: null,
    };
  }
  const { id, language, articleId, accepted } = known;
  const filled = fillTemplate(known.text, to);
  return { match, learned, answer: { id, language, articleId, accepted, ...filled } };
}

type Choice = Pick<Learned, "subject" | "past" | "words" | "mixed">;

/** The most likely of: each past answer, and each article, first by words. Ties go to the article. */
export function choose(
  match: KnowledgeMatch,
  past: readonly PastAnswer[],
  prediction: Prediction,
): Choice | null {
  const { outcomes } = prediction.parts;
  const weigh = (subject: string, words: number, of: PastAnswer | null): Choice => {
    const mixed = mix(words, learnedShare(subject, prediction), outcomes);
    return { subject, past: of, words, mixed };
  };
  const choices: Choice[] = [];
  for (const article of match.articles) {
    const subject = articleClass(article.articleId);
    const of = past.find((one) => one.subject === subject) ?? null;
    // The search ranks articles among each other; those behind the first have only their past.
    const byWords =
      article === match.articles[0] ? articleLogit(match) - contrary(subject, past) : -Infinity;
    const words = Math.max(byWords, of ? pastLogit(of, prediction) : -Infinity);
    choices.push(weigh(subject, words, of));
  }
  for (const one of past) {
    if (one.answer) choices.push(weigh(one.subject, pastLogit(one, prediction), one));
  }
  return choices.reduce<Choice | null>(
    (best, one) => (best === null || one.mixed > best.mixed ? one : best),
    null,
  );
}

/** The chosen article in front: the reply is made from the first. */
function putFirst(match: KnowledgeMatch, articleId: string): KnowledgeMatch {
  const chosen = match.articles.find((article) => article.articleId === articleId);
  if (!chosen) return match;
  const others = match.articles.filter((article) => article !== chosen);
  return { ...match, articles: [chosen, ...others] };
}

async function ticketNumbers(
  ctx: Context,
  past: PastAnswer | null,
  subject: string,
  prediction: Prediction,
): Promise<number[]> {
  const near = prediction.candidates.find(({ answer }) => answer === subject)?.evidence ?? [];
  const ids = new Set([...(past?.tickets ?? []), ...near.map(({ source }) => source)]);
  const numbers: number[] = [];
  for (const id of [...ids].slice(0, NAMED)) {
    try {
      numbers.push((await ticketById(ctx.db, id)).number);
    } catch (error) {
      // Erased since: the predictor forgets it with its next state.
      if (!(error instanceof AppError && error.code === "not_found")) throw error;
    }
  }
  return numbers;
}
