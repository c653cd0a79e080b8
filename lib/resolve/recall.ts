import { getSetting } from "../desk";
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
import type { Trust } from "./trusted";
import { articleLogit, contrary, learnedShare, mix, pastLogit } from "./weigh";

/** Candidates of the predictor that are looked up. */
const LOOKED_UP = 6;
/** Tickets named as evidence. */
const NAMED = 5;
/** Answers that are shown as examples. */
const EXAMPLES = 5;

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
  /** What the predictor believes of it, 0..1. */
  share: number;
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
  /** Answers to such questions that this account may get, the closest first. */
  examples: Example[];
  /** How far the desk's own confidence has been right. */
  trust: Trust;
};

/** An answer that people have sent, filled in for this customer. */
export type Example = Pick<ReadyAnswer, "id" | "text" | "language" | "articleId">;

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
  const { engine, version, calibrator, codeHeld } = await deskModel.current(ctx.db);
  const trust = { calibration: calibrator.calibration(), version, codeHeld };
  const none = { learned: null, answer: null, examples: [], trust };
  const sources = await getSetting(ctx.db, "ai.sources");
  const search = async (also: readonly string[]) => {
    const match = await searchKnowledge(ctx.db, text, also);
    return sources.articles ? match : { ...match, articles: [] };
  };
  if (text === "" || engine.outcomeCount === 0) return { match: await search([]), ...none };
  const prediction = engine.predict(text, {}, accountId);
  const named = prediction.candidates.slice(0, LOOKED_UP).map(({ answer }) => answer);
  const articles = named
    .map(classOf)
    .flatMap((of) => (of && "articleId" in of ? of.articleId : []));
  const match = await search(articles);
  const found = await findAnswers(ctx.db, match, accountId, named);
  // What was answered from an article stays that article's history.
  const past = sources.answers ? found : found.filter(({ answer }) => answer === null);
  const examples = examplesOf(past, to);
  const choice = choose(match, past, prediction);
  if (!choice) return { match, ...none, examples };
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
      examples,
      trust,
    };
  }
  const { id, language, articleId, accepted } = known;
  const filled = fillTemplate(known.text, to);
  const answer = { id, language, articleId, accepted, ...filled };
  return { match, learned, trust, answer, examples };
}

/** Those that only a person could fill in are no examples. */
function examplesOf(past: readonly PastAnswer[], to: Addressee): Example[] {
  return [...past]
    .sort((a, b) => b.coverage - a.coverage)
    .flatMap(({ answer }) => {
      if (!answer) return [];
      const { text, missing } = fillTemplate(answer.text, to);
      const { id, language, articleId } = answer;
      return missing.length > 0 ? [] : [{ id, text, language, articleId }];
    })
    .slice(0, EXAMPLES);
}

type Choice = Pick<Learned, "subject" | "past" | "words" | "mixed" | "share">;

/** The most likely of: each past answer, and each article, first by words. Ties go to the article. */
export function choose(
  match: KnowledgeMatch,
  past: readonly PastAnswer[],
  prediction: Prediction,
): Choice | null {
  const { outcomes } = prediction.parts;
  const weigh = (subject: string, words: number, of: PastAnswer | null): Choice => {
    const share = learnedShare(subject, prediction);
    return { subject, past: of, words, share, mixed: mix(words, share, outcomes) };
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
