import type { TriedStep } from "./model";

/** Steps kept from one thread; a longer list is no help to anyone. */
const MAX_STEPS = 12;

/** What people do before they write, as a verb of the past or "-ing". Bounded: linear time. */
const DEEDS =
  "restart(?:ed|ing)|reboot(?:ed|ing)|reinstall(?:ed|ing)|re-installed|uninstall(?:ed|ing)|clear(?:ed|ing)|delet(?:ed|ing)|reset(?:ting)?|log(?:ged|ging) (?:out|in|off|back)|sign(?:ed|ing) (?:out|in|off)|switch(?:ed|ing)|chang(?:ed|ing)|updat(?:ed|ing)|upgrad(?:ed|ing)|reload(?:ed|ing)|refresh(?:ed|ing)|disconnect(?:ed|ing)|reconnect(?:ed|ing)|re-?connect(?:ed|ing)|check(?:ed|ing)|creat(?:ed|ing)|copied|copying|turn(?:ed|ing) (?:it|off|on|the)|unplugg(?:ed|ing)|disabl(?:ed|ing)|enabl(?:ed|ing)|re-?invited|re-?sent|resent|(?:re)?upload(?:ed|ing)|re-?import(?:ed|ing)|remov(?:ed|ing)|add(?:ed|ing)|follow(?:ed|ing)|call(?:ed|ing)|us(?:ed|ing)|open(?:ed|ing)|wait(?:ed|ing)";

const HELD_OUT = "(?:\\S{1,30} ){0,9}\\S{1,30}";

const PATTERNS: readonly { words: RegExp; by: TriedStep["by"] }[] = [
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
      `\\b(?:i|we)(?:'ve| have|'d| had)? (?:also |even |already |just |then )?((?:${DEEDS})\\b(?: ${HELD_OUT})?)`,
      "gi",
    ),
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

const NO_HELP =
  /\b(?:did ?n[o']t (?:help|work|fix|change|solve)|didn't|does ?n[o']t (?:help|work)|doesn't (?:help|work)|no (?:luck|change|success|difference|effect|joy)|without (?:success|luck|effect|result)|still (?:the same|broken|not|no|get|nothing|happens|fails|doesn't|isn't)|same (?:error|result|problem|thing)|nothing(?: changed| works| helped)?\b|to no avail|in vain|but (?:it|the|that|this|now|nothing|no|still)|no blanks)/i;
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
  for (const { words, by } of PATTERNS) {
    for (const match of text.matchAll(words)) {
      const step = tidy(match[1] ?? "");
      if (step.length < 4) continue;
      const key = step.toLowerCase();
      const covered = [...steps.keys()].some((other) => other.includes(key) || key.includes(other));
      if (covered && by === "unknown") {
        markUseless(steps, key);
        continue;
      }
      if (covered) continue;
      const helped = by === "unknown" ? false : outcome(text, match.index);
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
      /[.;!?\n,]|\b(?:but|however|because|although|so that|and (?:it|still|now|nothing))\b/i,
      1,
    )
    .join("")
    .replace(/^(?:tried|to|it with|that)\s+/i, "")
    .trim()
    .slice(0, 120);
}

/** What is said in the same and the next sentence. */
function outcome(text: string, at: number): boolean | null {
  const after = text.slice(at, at + 220);
  const end = /[.!?\n][^.!?\n]{0,120}(?:[.!?\n]|$)/.exec(after);
  const told = end ? after.slice(0, end.index + end[0].length) : after;
  if (HELP.test(told)) return true;
  return NO_HELP.test(told) ? false : null;
}

function markUseless(steps: Map<string, TriedStep>, key: string): void {
  for (const [other, step] of steps) {
    if (other.includes(key) || key.includes(other)) step.helped = false;
  }
}
