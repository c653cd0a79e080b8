import { clean } from "./model-guards-clean";
import { codeIn } from "./model-guards-code";
import {
  amountsIn,
  emailsIn,
  ibansIn,
  longNumbersIn,
  mixedIn,
  opaqueIn,
  type Stated,
  telephonesIn,
  unfilledIn,
} from "./model-guards-facts";
import { type Canary, leaksIn } from "./model-guards-leaks";
import { speaksOfPaying } from "./model-guards-pay";
import { promisesIn } from "./model-guards-promises";
import { folded, sentencesOf } from "./model-guards-words";

/** A reply that anybody reads: sentences, characters of one, and of all. */
const MOST = { sentences: 40, sentence: 1_000, characters: 8_000 };
/** Of each reason, examples that are named. */
const NAMED = 3;

export type GuardInput = {
  /** In their order, as they would be sent. */
  sentences: readonly string[];
  /** What the desk itself says: passages and answers that it was drafted from. */
  sources: readonly string[];
  /** What is known of this account, and what people have told them. */
  facts: readonly string[];
  /** What another system said of them: numbers and amounts rest on it, and nothing that binds us. */
  lookedUp: readonly string[];
  /** The customer's own words: they may be repeated, but promise nothing and name no way to reach us. */
  said: readonly string[];
  /** Hosts that links may lead to, lower case. */
  linkHosts: readonly string[];
  canaries: readonly Canary[];
};

export type Guards = {
  /** The sentences without what must not leave; as many as there were. */
  sentences: string[];
  /** What was taken out, in plain words. */
  removed: string[];
  /** Why a person must look, in plain words; empty when nothing holds it. */
  blocks: string[];
};

/**
 * What code allows of a model's draft, whatever any text told the model. Judges effects, not
 * intentions: links, addresses, promises and data that nothing bears out are taken out or hold the
 * draft. Time grows with the length of the texts.
 */
export function guardDraft(input: GuardInput): Guards {
  const { sources, facts, said, lookedUp, canaries } = input;
  const hosts = new Set(input.linkHosts);
  const code = codeIn(sources);
  const size = input.sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const tooLong =
    size > MOST.characters ||
    input.sentences.length > MOST.sentences ||
    input.sentences.some((sentence) => sentence.length > MOST.sentence);
  const removed = new Set<string>();
  // What nobody can read is not looked at any closer.
  const sentences = input.sentences.map((sentence) => {
    const cleaned = clean(sentence.slice(0, MOST.characters), hosts, code);
    for (const what of cleaned.removed) removed.add(what);
    return cleaned.text;
  });
  const text = sentences.join("\n").slice(0, MOST.characters);
  // As the customer reads it: what is halved between two sentences is one there.
  const flat = text.replace(/\s+/g, " ");
  const asSent = flat === text ? [text] : [text, flat];
  const known = { sources, facts, said, lookedUp };
  const open = [...sources, ...facts, ...said];
  const blocks = [
    ...(tooLong ? ["it is longer than anybody reads"] : []),
    ...[...removed].filter(suspicious).map((what) => `${what} was taken out`),
    ...(clean(flat, hosts, code).removed.some(suspicious)
      ? ["two of its sentences make a link"]
      : []),
    ...asSent.flatMap((one) => unborne(one, known)),
    ...leaksIn(text, canaries, open),
  ];
  return { sentences, removed: [...removed], blocks: [...new Set(blocks)].slice(0, 20) };
}

/** Soft hyphens and the like come with pasted text; links, images and tags do not by chance. */
const suspicious = (what: string): boolean => what !== "signs that nobody sees";

type Known = Pick<GuardInput, "sources" | "facts" | "said" | "lookedUp">;

/** What a draft states that nothing bears out. */
function unborne(text: string, { sources, facts, said, lookedUp }: Known): string[] {
  const desk = [...sources, ...facts];
  const anyone = [...desk, ...said, ...lookedUp];
  const blocks: string[] = [];
  const need = (
    what: string,
    find: (one: string) => Stated[],
    known: readonly string[],
    findKnown = find,
  ) => {
    const stated = find(text);
    if (stated.length === 0) return;
    const keys = new Set(known.flatMap(findKnown).map(({ key }) => key));
    const strange = stated.filter(({ key }) => !keys.has(key)).map(({ words }) => words);
    if (strange.length > 0) blocks.push(`${what}: ${named(strange)}`);
  };
  need("it names an e-mail address that no source holds", emailsIn, desk);
  need("it names a telephone number that no source holds", telephonesIn, desk);
  need("it names a bank account that no source holds", ibansIn, desk);
  need("it names a number that nothing holds", longNumbersIn, anyone);
  need("it names an amount that nothing holds", amountsIn, anyone);
  need("it names a sum to be paid that no source holds", sumsIn, desk, amountsIn);
  need("it holds a code that nothing explains", opaqueIn, [...desk, ...lookedUp]);
  need("it mixes letters of two scripts in a word", mixedIn, desk);
  need("a placeholder is not filled in", unfilledIn, []);
  const promises = promisesIn(text, sources);
  if (promises.length > 0) blocks.push(`it promises what no source does: ${named(promises)}`);
  return blocks;
}

/** Amounts that change hands. */
const sumsIn = (text: string): Stated[] =>
  sentencesOf(text)
    .filter((sentence) => speaksOfPaying(folded(sentence)))
    .flatMap(amountsIn);

const named = (words: readonly string[]): string =>
  [...new Set(words)]
    .slice(0, NAMED)
    .map((word) => `“${word.slice(0, 80).toWellFormed()}”`)
    .join(", ");
