import { WORDS } from "./words";

/**
 * Pieces of SQL that make a desk's values out of numbers: the same seed, the same desk, but for its
 * times, which end now. Expressions instead of functions: those would cost a call for each row.
 */

/** Sets of texts; a prime, so that neighbours differ. */
const TEXTS = 4093;

const SEED = 1000;

/** 0…1, by a number and what it is for. */
export const chance = (kind: string, n: string): string =>
  `((hashint8extended(${n}, ${SEED + numberOf(kind)}) & 4294967295) / 4294967296.0)`;

const numberOf = (kind: string): number =>
  [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);

/** As uuid v7: the time in front, so that rows of one time lie together, as those of a real desk. */
export const made = (kind: string, n: string, at: string): string =>
  `overlay(overlay(md5('${kind}' || (${n})) placing
    lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' from 1) placing 'a' from 17)::uuid`;

export const one = (texts: string, at: string): string =>
  `(${texts})[1 + floor(${at} * array_length(${texts}, 1))::int]`;

export const words = (...texts: string[]): string =>
  `array[${texts.map((text) => `'${text}'`).join(", ")}]`;

/** Makes the texts that rows pick from. */
export const TEXT_TABLE = `
create temp table texts as
  select k, topic, 'Hello, ' || topic || ' ' || ${one(WORDS.troubles, chance("trouble", "k"))} || '. '
      || ${one(WORDS.asks, chance("ask", "k"))} || ' '
      || ${one(WORDS.asks, chance("more", "k"))} as question,
    'Hi, about ' || topic || ': ' || ${one(WORDS.replies, chance("reply", "k"))} as answer
  from (select k, ${one(WORDS.topics, chance("topic", "k"))} as topic
    from generate_series(0, ${TEXTS - 1}) k) a`;

/** Joins the text of row `n`. */
export const textOf = (n: string): string => `join texts x on x.k = (${n}) % ${TEXTS}`;
