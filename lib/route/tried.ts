import { GERMAN_HELP, GERMAN_NO_HELP, GERMAN_TRIED } from "./german-tried";
import type { TriedStep } from "./model";
import type { Pattern } from "./tried-pattern";

/** Steps kept from one thread; a longer list is no help to anyone. */
const MAX_STEPS = 12;

/** Deeds that are an attempt by themselves. */
const ATTEMPTS =
  "restart(?:ed|ing)|reboot(?:ed|ing)|re-?install(?:ed|ing)|uninstall(?:ed|ing)|clear(?:ed|ing)|reset(?:ting)?|log(?:ged|ging) (?:out|in|off|back)|sign(?:ed|ing) (?:out|in|off)|reload(?:ed|ing)|refresh(?:ed|ing)|disconnect(?:ed|ing)|re-?connect(?:ed|ing)|check(?:ed|ing)|look(?:ed|ing) in|copied|turn(?:ed|ing) (?:it|off|on|the)|unplugg(?:ed|ing)|disabl(?:ed|ing)|re-?invited|re-?sent|revoked|updat(?:ed|ing)|upgrad(?:ed|ing)|re-?upload(?:ed|ing)|re-?import(?:ed|ing)|waited";
/** Deeds that are one only when they were repeated, or are said not to have helped. */
const DEEDS =
  "delet(?:ed|ing)|switch(?:ed|ing)|chang(?:ed|ing)|creat(?:ed|ing)|enabl(?:ed|ing)|upload(?:ed|ing)|import(?:ed|ing)|export(?:ed|ing)|remov(?:ed|ing)|add(?:ed|ing)|follow(?:ed|ing)|call(?:ed|ing)|us(?:ed|ing)|open(?:ed|ing)|entered|saved|deactivated|set|chose|asked|sent";
const REPEATED =
  /\b(?:again|twice|(?:two|three|four|five|several|many|\d) times|another|a different|a new|other browsers?)\b/i;

const HELD_OUT = "(?:\\S{1,30} ){0,9}\\S{1,30}";

const PATTERNS: readonly Pattern[] = [
  // "I tried another browser", "we have already tried clearing the cache"
  {
    by: "customer",
    words: new RegExp(
      `\\b(?:i|we)(?:'ve| have|'d| had)? (?:also |even |already |just )?(?:tried|attempted)(?: to)? (${HELD_OUT})`,
      "gi",
    ),
  },
  // "I restarted the app", "we've already cleared the cache", "reloaded and …"
  {
    by: "customer",
    words: new RegExp(
      `\\b(?:i|we)(?:'ve| have|'d| had)? (?:also |even |already |just |then )?((?:${ATTEMPTS})\\b(?: ${HELD_OUT})?)`,
      "gi",
    ),
  },
  // "I opened Reports, but it didn't help", "I saved it three times"
  {
    by: "customer",
    weak: true,
    words: new RegExp(
      `\\b(?:i|we)(?:'ve| have|'d| had)? (?:also |even |already |just |then )?((?:${DEEDS})\\b(?: ${HELD_OUT})?)`,
      "gi",
    ),
  },
  // "After a reload it is not there", "only a reload helps"
  {
    by: "customer",
    words:
      /\bafter (?:a |the |each )?((?:reload|restart|reboot|re-?install|update|reset|refresh)\w{0,8}(?: (?:of )?\S{1,30}){0,3})/gi,
  },
  // "already restarted", "Tried a private window", "reinstalled, restarted, nothing"
  {
    by: "customer",
    words: new RegExp(
      `(?:^|[.;,\\n]\\s?)(?:already |have |also |then |and )?((?:tried|reinstalled|restarted|rebooted|cleared|reloaded|refreshed|disconnected)\\b(?: ${HELD_OUT})?)`,
      "gim",
    ),
  },
  // "Your colleague asked me to reset it", "support told me to clear the cache"
  {
    by: "us",
    words: new RegExp(
      `\\b(?:your (?:colleague|team|agent|support|help ?page|bot|reply)|support|the (?:agent|bot|article|help page)|somebody from (?:your|support)|you) (?:already |have |has |had |just )?(?:asked|told|suggested|advised|said|recommended)(?: me| us| that)?(?: to| i| we)? (${HELD_OUT})`,
      "gi",
    ),
  },
  // "Clearing the cache didn't help", "private window doesn't help"
  {
    by: "unknown",
    words:
      /(?:^|[.!?\n{,]\s?)((?:\S{1,30} ){0,5}\S{1,30}) (?:did ?n[o']t|didn't|does ?n[o']t|doesn't|hasn't|has not|never|did nothing|made no) ?(?:help(?:ed)?|fix(?:ed)? (?:it|this)|work(?:ed)? either|change(?:d)? anything|difference|solve(?:d)?)/gim,
  },
];

const ALL_PATTERNS = [...PATTERNS, ...GERMAN_TRIED];

const NO_HELP =
  /\b(?:did ?n[o']t (?:help|work|fix|change|solve)|does ?n[o']t (?:help|work)|doesn't (?:help|work)|did nothing|no (?:luck|change|success|difference|effect|joy|difference)|made no|without (?:success|luck|effect|result)|still (?:the same|broken|not|no|get|nothing|happens|fails|doesn't|isn't)|same (?:error|result|problem|thing)|nothing(?: changed| works| helped| happens)|, nothing\b|to no avail|in vain|but (?:it |that )?(?:still|nothing|no\b|didn't|doesn't|does not|did not))/i;
const HELP =
  /\b(?:(?:helped|worked|fixed it|works) (?:for (?:a|an|some|one)|until|but|briefly|at first|partly|once)|helped a (?:bit|little))\b/i;

/**
 * Steps that were taken before the customer wrote, so that no reply suggests them again: what, by
 * whom, and whether it helped. A keyword ("tried") finds a quarter of them; hence patterns.
 *
 * @param text plain text of the customer, no longer than `READ_CHARACTERS`
 */
export function findTried(text: string): TriedStep[] {
  const steps = new Map<string, TriedStep>();
  // Mail wraps its lines: a single line break is a space.
  const flat = text.replace(/[ \t]*\n(?!\n)/g, " ").replace(/ {2,}/g, " ");
  for (const { words, by, weak } of ALL_PATTERNS) {
    for (const match of flat.matchAll(words)) {
      const step = tidy(match[1] ?? "");
      if (step.length < 4) continue;
      const key = step.toLowerCase();
      const covered = [...steps.keys()].some((other) => other.includes(key) || key.includes(other));
      if (covered && by === "unknown") {
        markUseless(steps, key);
        continue;
      }
      if (covered) continue;
      const helped = by === "unknown" ? false : outcome(flat, match.index);
      if (weak && helped === null && !REPEATED.test(step)) continue;
      steps.set(key, { step, by: by === "unknown" ? "customer" : by, helped });
      if (steps.size >= MAX_STEPS) return [...steps.values()];
    }
  }
  return [...steps.values()];
}

/** Ends at the clause, drops "it"-only rests and the words of the outcome. */
function tidy(step: string): string {
  return step
    .split(
      /[.;!?\n,]|\b(?:but|however|because|although|so that|and (?:it|still|now|nothing)|aber|jedoch|obwohl|trotzdem|und (?:es|jetzt|trotzdem|nichts))\b/i,
      1,
    )
    .join("")
    .replace(/^(?:tried (?:to )?|to |it (?:with )?|that )/i, "")
    .trim()
    .slice(0, 120);
}

/** What is said in the same and the next sentence. */
function outcome(text: string, at: number): boolean | null {
  const after = text.slice(at, at + 220);
  const end = /[.!?\n][^.!?\n]{0,120}(?:[.!?\n]|$)/.exec(after);
  const told = end ? after.slice(0, end.index + end[0].length) : after;
  if (HELP.test(told) || GERMAN_HELP.test(told)) return true;
  return NO_HELP.test(told) || GERMAN_NO_HELP.test(told) ? false : null;
}

function markUseless(steps: Map<string, TriedStep>, key: string): void {
  for (const [other, step] of steps) {
    if (other.includes(key) || key.includes(other)) step.helped = false;
  }
}
