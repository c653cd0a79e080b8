import { RE2JS } from "re2js";

/** Compiled patterns, for routing and back-tests ask for the same ones again and again. */
const compiled = new Map<string, RE2JS | null>();
const MOST_KEPT = 500;

/**
 * Steps of one pattern on one text: time is linear in the text, but also in the pattern, and
 * `\w{1,999}` is a thousand steps for each character. About half a second.
 */
const MOST_STEPS = 4_000_000;
/** Instructions of a pattern; so many still see the first 4,000 characters. */
const MOST_SIZE = 1_000;

function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  let made: RE2JS | null = null;
  try {
    const read = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    if (read.programSize() <= MOST_SIZE) made = read;
  } catch {
    // kept as null: it can't be read the next time, either
  }
  compiled.set(pattern, made);
  return made;
}

/**
 * Where a pattern first matches, in linear time whatever it is: of a long text, the larger the
 * pattern, the shorter the beginning that is looked at.
 *
 * @returns the words that match; null: nothing does; undefined: the pattern can't be read
 */
export function findPattern(pattern: string, text: string): string | null | undefined {
  const read = compile(pattern);
  if (!read) return undefined;
  const matcher = read.matcher(text.slice(0, Math.floor(MOST_STEPS / read.programSize())));
  return matcher.find() ? (matcher.group() ?? "") : null;
}

/** Why a pattern can't be read, in the engine's words; null when it can. */
export function patternProblem(pattern: string): string | null {
  if (compile(pattern)) return null;
  try {
    RE2JS.compile(pattern);
    return "it repeats something too often";
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return said.replace(/^error parsing regexp: /, "");
  }
}
