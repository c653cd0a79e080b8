import { FRAMES } from "./model";
import { clean } from "./model-guards-clean";
import { textSoFar } from "./model-output";

/** Of a growing answer, characters: a reply is shorter, and guards cost with each piece that comes. */
const MOST = 8000;
/** A greeting links to nowhere. */
const NOWHERE: ReadonlySet<string> = new Set();

/**
 * What of a growing answer can be shown to the person who waits: without what the guards take out,
 * and without its last word, of which nobody knows yet what it will be.
 *
 * @param hosts that links may lead to
 */
export function growing(part: unknown, greeting: string, hosts: ReadonlySet<string>): string {
  const text = textSoFar(part).slice(0, MOST);
  let end = text.length;
  while (end > 0 && /\S/.test(text.charAt(end - 1))) end--;
  const shown = clean(text.slice(0, end), hosts).text.trimEnd();
  return shown === "" ? "" : `${greeting}${shown}`;
}

/**
 * How a reply in this language begins; empty where the desk has no words for it. Customers choose
 * their names: what could be pressed does not stay.
 */
export function greetingIn(language: string | null, firstName: string): string {
  const frame = FRAMES[language ?? "en"];
  if (!frame) return "";
  const line = firstName ? `${frame.helloTo} ${firstName},` : `${frame.hello},`;
  const { text, removed } = clean(line, NOWHERE);
  return `${removed.length > 0 ? `${frame.hello},` : text}\n\n`;
}
