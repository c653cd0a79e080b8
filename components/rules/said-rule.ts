import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";

const DAY_WORDS: Readonly<Record<string, string>> = says({
  Mon: "Mon",
  Tue: "Tue",
  Wed: "Wed",
  Thu: "Thu",
  Fri: "Fri",
  Sat: "Sat",
  Sun: "Sun",
  "any day": "any day",
});
const DAYS = /any day|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g;

/** How a condition begins, as the desk words it: names may hold "and", too. */
const CONDITION =
  /^(?:not\b|\(|intent|category|channel|source|plan\b|(?:scored )?priority|language|account|text|subject|sentiment|mood trend|has the tag|customer|connection|page|product area|team so far|sender|usage|the |it |at least|written|[\d.]+ )/;
const ACTION = /^(?:team|assignee|priority|tags?|SLA) |^AI may/;

/**
 * A rule, its conditions or what became of them, as the desk words them in English, in the reader's
 * language. What it does not know stays as it is.
 */
export function saidRule(text: string, t: T): string {
  if (t.locale === "en") return text;
  const rule = /^(?:If (.+), then|Always) (.+); (stop|go on to the next rule)$/s.exec(text);
  if (rule) {
    const [, asks, does = "", end = ""] = rule;
    const words = { does: actions(does, t), end: t.stored(end) };
    return asks
      ? t("If {{when}}, then {{does}}; {{end}}", { ...words, when: conditions(asks, t) })
      : t("Always {{does}}; {{end}}", words);
  }
  const line = /^(new condition|no longer asks): (.+)$/s.exec(text);
  if (!line) return conditions(text, t);
  const words = conditions(line[2] ?? "", t);
  return line[1] === "no longer asks"
    ? t("no longer asks: {{words}}", { words })
    : t("new condition: {{words}}", { words });
}

function conditions(text: string, t: T): string {
  for (const joint of ["; ", " and ", " or "] as const) {
    const parts = split(text, joint, CONDITION);
    if (parts.length < 2) continue;
    const said = parts.map((part) => conditions(part, t));
    return said.join(joint === "; " ? joint : ` ${t.stored(joint.trim())} `);
  }
  const inner = /^(not )?\((.+)\)$/s.exec(text);
  if (!inner) return condition(text, t);
  const words = `(${conditions(inner[2] ?? "", t)})`;
  return inner[1] ? t("not {{words}}", { words }) : words;
}

/** Numbers and days stand in few of them: others hold words of people, which stay. */
function condition(text: string, t: T): string {
  const said = t.stored(text);
  if (/^(?:intent|sentiment|mood trend|the trend)\b/.test(text)) {
    return said.replace(/\d\.\d+/g, formatOf(t).decimal).replace(/(^|\s)-(?=\d)/g, "$1−");
  }
  return /^(?:it was )?written /.test(text)
    ? said.replace(DAYS, (day) => t(DAY_WORDS[day] ?? day))
    : said;
}

/** A line of the timeline, with what each rule has found: "Rule “SSO” matched: category is login". */
export function saidTrace(text: string, t: T): string {
  const found = /^(Rule “.+?” (?:matched|did not match)): (.+)$/s.exec(text);
  if (t.locale === "en" || !found) return t.stored(text);
  return t.stored(`${found[1]}: ${HOLE}`).replace(HOLE, () => saidRule(found[2] ?? "", t));
}

/** Stands for words that are said by themselves; no text holds it. */
const HOLE = "\uE000";

const actions = (text: string, t: T) =>
  split(text, ", ", ACTION)
    .map((part) => t.stored(part))
    .join(", ");

/** Parts at a joint that stands in no brackets and no quotes, where another one begins. */
function split(text: string, joint: string, begins: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if ("(“".includes(sign)) depth++;
    else if (")”".includes(sign)) depth--;
    else if (
      depth === 0 &&
      text.startsWith(joint, at) &&
      begins.test(text.slice(at + joint.length))
    ) {
      parts.push(text.slice(from, at));
      from = at + joint.length;
    }
  }
  return [...parts, text.slice(from)];
}
