import { folded, readings, squashed, wordsOf } from "./model-guards-words";

/** Something that must not stand in what a customer gets. */
export type Canary = {
  /** `note`: of people for people; `instructions`: our own to the model; `secret`: a key of ours. */
  kind: "note" | "instructions" | "secret";
  text: string;
};

/** Words in a row that are no chance. */
const ROW = { note: 5, instructions: 8 } as const;
/** Characters of a code that tells a note. */
const CODE = 5;

const rows = (words: readonly string[], length: number): string[] =>
  words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(" "));

/** Numbers and codes of a note, each as letters and digits alone. */
const codesOf = (note: string): string[] =>
  (folded(note).match(/[\p{L}\p{N}][\p{L}\p{N}_./-]{2,60}/gu) ?? [])
    .filter((code) => /\d/.test(code))
    .map(squashed)
    .filter((code) => code.length >= CODE);

const WORDS = {
  note: "it holds words of an internal note",
  instructions: "it holds words of the desk's instructions to the model",
  secret: "it holds a key of the desk",
} as const;

/**
 * Which canaries a draft holds, plain or in a disguise, in words for people.
 *
 * @param known what the customer may read anyway: a note that repeats it gives nothing away
 */
export function leaksIn(
  text: string,
  canaries: readonly Canary[],
  known: readonly string[],
): string[] {
  const read = readings(text);
  const words = read.map(wordsOf);
  const squash = read.map(squashed);
  const rowsOf = new Map<number, Set<string>>();
  const said = (length: number) => {
    const have = rowsOf.get(length) ?? new Set(words.flatMap((one) => rows(one, length)));
    rowsOf.set(length, have);
    return have;
  };
  const knownWords = known.map(wordsOf);
  const knownCodes = new Set(known.flatMap(codesOf));
  const found = new Set<string>();
  for (const { kind, text: canary } of canaries) {
    if (kind === "secret") {
      const key = squashed(canary);
      if (key.length >= 6 && squash.some((one) => one.includes(key))) found.add(WORDS.secret);
      continue;
    }
    const its = wordsOf(canary);
    const length = Math.min(ROW[kind], Math.max(3, its.length));
    const open = new Set(knownWords.flatMap((one) => rows(one, length)));
    if (rows(its, length).some((row) => said(length).has(row) && !open.has(row))) {
      found.add(WORDS[kind]);
    }
    const codes = kind === "note" ? codesOf(canary).filter((code) => !knownCodes.has(code)) : [];
    if (codes.some((code) => squash.some((one) => one.includes(code)))) found.add(WORDS.note);
  }
  return [...found];
}

/** Names are of at most so many words. */
const NAME_WORDS = 4;
/** No reply that anybody reads holds more names to look up. */
const MOST = 30_000;

/**
 * What in a draft could be the name or address of somebody else, lower case: runs of words that
 * stand nowhere in what this customer may read.
 *
 * @returns null when there are too many to look them all up: a name may be hidden among them
 */
export function namesToLookUp(text: string, known: readonly string[]): string[] | null {
  const open = new Set<string>();
  for (const words of known.map(wordsOf)) {
    for (let length = 1; length <= NAME_WORDS; length++) {
      for (const row of rows(words, length)) open.add(row);
    }
  }
  const found = new Set<string>();
  for (const reading of readings(text)) {
    const words = reading.toLowerCase().match(/[\p{L}\p{M}\p{N}&'’.@_+-]+/gu) ?? [];
    const bare = words.map((word) => word.replace(/^[.'’-]+|[.,'’-]+$/g, ""));
    for (let at = 0; at < bare.length; at++) {
      if (found.size > MOST) return null;
      for (let length = 1; length <= NAME_WORDS && at + length <= bare.length; length++) {
        const name = bare.slice(at, at + length).join(" ");
        if (name.length >= 3 && !open.has(wordsOf(name).join(" "))) found.add(name);
      }
    }
  }
  return [...found];
}
