import { type DraftSentence, FRAMES, type Source } from "./model";

/** Sentences of one reply: enough for a procedure, short enough to be read. */
const MAX_SENTENCES = 4;
/** A step counts as suggested again when this share of its words is in a sentence. */
const SAME_STEP = 0.6;
/** Words that say nothing about a step. */
const EMPTY = new Set([
  "tri",
  "use",
  "also",
  "alreadi",
  "everyth",
  "still",
  "time",
  "app",
  "page",
  "thing",
]);

/** A sentence of an article, with its words as stems. */
export type CandidateSentence = {
  text: string;
  stems: readonly string[];
  passageId: string;
  articleId: string;
  title: string;
  /** How well it answers: any number, higher is better. */
  score: number;
  /** Place in its article; sentences are told in the article's order. */
  place: number;
  /** What stood between it and the sentence before; a space when left out. */
  before?: string;
};

export type Composed = {
  /** Null: nothing to say. */
  draft: string | null;
  sentences: DraftSentence[];
  sources: Source[];
  /** Left out, with the step that was tried. */
  leftOut: { text: string; tried: string }[];
  /**
   * Sentences that nothing bears out, where that was judged when it was written: words of a model
   * stand in no source as they are. Left out: each must stand there word for word.
   */
  unsupported?: number;
};

/**
 * Makes a reply of the best sentences of an article, in the order in which it tells them. Each sentence stands as it is in
 * its article and names it; steps that the customer has tried are left out.
 *
 * @param steps tried steps, each with its words as stems
 * @param options `whole`: all sentences, as of an answer that people have sent; the language of
 *   greeting and last line is English unless there are words for `language`
 */
export function compose(
  candidates: readonly CandidateSentence[],
  steps: readonly { step: string; stems: readonly string[] }[],
  firstName: string,
  { whole = false, language = null }: { whole?: boolean; language?: string | null } = {},
): Composed {
  const sources: Source[] = [];
  const sentences: DraftSentence[] = [];
  const leftOut: Composed["leftOut"] = [];
  const best: CandidateSentence[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.place - b.place)) {
    if (best.length >= MAX_SENTENCES && !whole) break;
    const tried = steps.find(({ stems }) => suggests(candidate.stems, stems));
    if (tried) leftOut.push({ text: candidate.text, tried: tried.step });
    else best.push(candidate);
  }
  let body = "";
  for (const candidate of best.sort((a, b) => a.place - b.place)) {
    body += `${body === "" ? "" : (candidate.before ?? " ")}${candidate.text}`;
    sentences.push({ text: candidate.text, sources: [cite(sources, candidate)] });
  }
  return {
    draft: sentences.length > 0 ? write(body, firstName, language) : null,
    sentences,
    sources,
    leftOut,
  };
}

/** Number of the passage among the sources, from 1; its quote grows with each sentence. */
function cite(sources: Source[], { passageId, articleId, title, text }: CandidateSentence): number {
  const at = sources.findIndex((source) => source.passageId === passageId);
  const known = sources[at];
  if (known) {
    known.quote += ` ${text}`;
    return at + 1;
  }
  return sources.push({ articleId, passageId, title, quote: text });
}

/** True when a sentence suggests a step, both as stems. */
export function suggests(sentence: readonly string[], step: readonly string[]): boolean {
  const telling = step.filter((word) => !EMPTY.has(word) && word.length > 2);
  if (telling.length === 0) return false;
  const said = telling.filter((word) => sentence.includes(word)).length;
  if (telling.length === 1) return said === 1 && (telling[0]?.length ?? 0) >= 5;
  return said / telling.length >= SAME_STEP;
}

function write(body: string, firstName: string, language: string | null): string {
  const { hello, helloTo, farewell } = FRAMES[language ?? "en"] ?? FRAMES.en;
  return `${firstName ? `${helloTo} ${firstName},` : `${hello},`}\n\n${body}\n\n${farewell}`;
}

/** The first name as it can stand in a greeting: letters only, or empty. A full stop within it would make a link. */
export function firstNameOf(name: string): string {
  const [first] = name.trim().split(/\s+/);
  return first && /^\p{L}[\p{L}\p{M}'’-]{0,39}\.?$/u.test(first) ? first : "";
}

/**
 * How many sentences do not stand, word for word, in one of the passages that they name.
 *
 * @param passages text of each passage by its id
 */
export function unsupported(
  sentences: readonly DraftSentence[],
  sources: readonly Source[],
  passages: ReadonlyMap<string, string>,
): number {
  const stands = (text: string, number: number) =>
    passages.get(sources[number - 1]?.passageId ?? "")?.includes(text) ?? false;
  return sentences.filter(({ text, sources: named }) => !named.some((n) => stands(text, n))).length;
}

/** How many sentences of a reply rest on no source, as its kind of writing is judged. */
export const unsupportedIn = (
  { unsupported: judged, sentences, sources }: Composed,
  passages: ReadonlyMap<string, string>,
): number => judged ?? unsupported(sentences, sources, passages);
