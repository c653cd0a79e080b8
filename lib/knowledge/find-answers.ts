import type { Db } from "@/db/client";
import { answersFor, type KnownAnswer, usesWith } from "./answer-store";
import { answerClass, articleClass, classOf, type KnowledgeMatch } from "./model";
import { rarity } from "./rank";

/** Rarest words that are searched, and past questions that are looked at. */
const SEARCHED_WORDS = 64;
const CANDIDATES = 60;
/** Tickets named as evidence. */
const NAMED = 5;

/** A past way of answering, with how well its questions fit this one. Shares in 0..1. */
export type PastAnswer = {
  /** `answer:…` or `article:…`. */
  subject: string;
  /** Null for an article: its passages are found by the search. */
  answer: KnownAnswer | null;
  /** Share of the question's words, weighted by rarity, that its past questions hold together. */
  coverage: number;
  /** The same for its closest past question. */
  closest: number;
  /** Words in common with its past questions. */
  held: number;
  /** Tickets with the closest questions, best first. */
  tickets: string[];
};

/**
 * What was answered to such questions before, as far as this account may get it: found by any of
 * the question's words, and by what the predictor names. The rule of privacy stands in the SQL.
 *
 * @param named subjects that the predictor proposes
 */
export async function findAnswers(
  db: Db,
  { words, total }: Pick<KnowledgeMatch, "words" | "total">,
  accountId: string,
  named: readonly string[],
): Promise<PastAnswer[]> {
  const weight = new Map(words.map(({ word, articles }) => [word, rarity(articles, total + 1)]));
  const searched = words.slice(0, SEARCHED_WORDS).map(({ word }) => word);
  const uses = searched.length > 0 ? await usesWith(db, searched, accountId, CANDIDATES) : [];
  const bySubject = new Map<string, { words: string[]; ticketId: string }[]>();
  for (const use of uses) {
    const subject = use.answerId ? answerClass(use.answerId) : articleClass(use.articleId ?? "");
    const found = { words: use.words.split(" "), ticketId: use.ticketId };
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), found]);
  }
  for (const subject of named) if (!bySubject.has(subject)) bySubject.set(subject, []);
  const ids = [...bySubject.keys()]
    .map(classOf)
    .flatMap((of) => (of && "answerId" in of ? [of.answerId] : []));
  const allowed = new Map((await answersFor(db, ids, accountId)).map((row) => [row.id, row]));
  return [...bySubject].flatMap(([subject, past]) => {
    const of = classOf(subject);
    if (!of) return [];
    const answer = "answerId" in of ? (allowed.get(of.answerId) ?? null) : null;
    if ("answerId" in of && !answer) return [];
    return [{ subject, answer, ...closeness(past, weight) }];
  });
}

function closeness(
  past: readonly { words: readonly string[]; ticketId: string }[],
  weight: ReadonlyMap<string, number>,
): Pick<PastAnswer, "coverage" | "closest" | "held" | "tickets"> {
  const share = (held: ReadonlySet<string>) => {
    let sum = 0;
    let all = 0;
    for (const [word, value] of weight) {
      all += value;
      if (held.has(word)) sum += value;
    }
    return all > 0 ? sum / all : 0;
  };
  const single = past
    .map(({ words, ticketId }) => ({ ticketId, covered: share(new Set(words)) }))
    .sort((a, b) => b.covered - a.covered);
  const together = new Set(past.flatMap(({ words }) => words));
  return {
    coverage: share(together),
    closest: single[0]?.covered ?? 0,
    held: [...weight.keys()].filter((word) => together.has(word)).length,
    tickets: [...new Set(single.map(({ ticketId }) => ticketId))].slice(0, NAMED),
  };
}
