import { CHANNELS, PRIORITIES, TICKET_STATUSES } from "../ticket/model";
import { OPERATORS, type OperatorName, SEARCH_LIMITS } from "./model";
import { momentOf } from "./moment";

/** Words to look for: one, or several in a row. */
export type Term = { text: string; phrase: boolean; not: boolean; prefix: boolean };

/** What a ticket must be, or must not be. Names are not looked up yet. */
export type Filter = { op: FilterName; values: string[]; not: boolean };
type FilterName = Exclude<OperatorName, "before" | "after" | "to">;

/** What stands in the box, understood. */
export type Box = {
  terms: Term[];
  filters: Filter[];
  /** Written at or after, and before. */
  after: Date | null;
  before: Date | null;
  /** The ticket whose number the box is, `1042` or `#1042`, and nothing else. */
  number: number | null;
  /** With `#` it can't mean anything but a ticket. */
  numberOnly: boolean;
  hints: string[];
};

/** Values that are written one way only, with what else people write for them. */
const KNOWN: Partial<Record<FilterName, readonly string[]>> = {
  status: TICKET_STATUSES,
  priority: PRIORITIES,
  channel: CHANNELS,
  is: ["open", "closed", "unassigned", "unread"],
  has: ["note"],
};
const ALSO: Record<string, string> = {
  pending: "pending_customer",
  progress: "in_progress",
  medium: "normal",
  mail: "email",
  notes: "note",
};

/** A minus, an operator, and then words in quotes or one word. */
const TOKEN = /(-)?(?:(\p{L}+):)?(?:"([^"]*)(?:"|$)|([^\s"]+))/giu;

/**
 * Reads the box. Never throws: what it does not understand becomes a hint, and is searched as
 * words where that makes sense.
 */
export function parseBox(text: string, now: Date): Box {
  const box: Box = {
    terms: [],
    filters: [],
    after: null,
    before: null,
    number: null,
    numberOnly: false,
    hints: [],
  };
  // Null bytes and halves of characters would be refused by the database.
  const clean = text.replace(/[\p{Cc}\p{Cs}]+/gu, " ").trim();
  if (clean.length > SEARCH_LIMITS.length) {
    box.hints.push(`Only the first ${SEARCH_LIMITS.length} characters were looked for.`);
  }
  const input = clean.slice(0, SEARCH_LIMITS.length).replace(/\p{Cs}/gu, "");
  const number = /^(#?)(\d{1,10})$/.exec(input);
  if (number) Object.assign(box, { number: Number(number[2]), numberOnly: number[1] === "#" });
  for (const [, minus, name, quoted, bare] of input.matchAll(TOKEN)) {
    const not = minus === "-";
    const token = { not, quoted: quoted !== undefined, value: (quoted ?? bare ?? "").trim() };
    if (name === undefined) addTerm(box, token);
    else addNamed(box, name, token, now);
  }
  finish(box, input);
  return box;
}

type Token = { not: boolean; quoted: boolean; value: string };

const isOperator = (name: string): name is OperatorName => OPERATORS.some((op) => op.name === name);

const takes = (name: OperatorName): string =>
  `${name}: takes ${OPERATORS.find((op) => op.name === name)?.takes}.`;

function addTerm(box: Box, { not, quoted, value }: Token): void {
  const name = quoted ? undefined : /^(\p{L}+):$/u.exec(value)?.[1]?.toLowerCase();
  if (name && isOperator(name)) {
    box.hints.push(takes(name));
    return;
  }
  if (!/[\p{L}\p{N}]/u.test(value)) return; // signs alone are no word of any message
  const phrase = quoted && /\s/.test(value);
  box.terms.push({ text: value, phrase, not, prefix: false });
}

function addNamed(box: Box, written: string, token: Token, now: Date): void {
  const name = written.toLowerCase();
  const { not, value } = token;
  if (!isOperator(name)) {
    addTerm(box, { ...token, value: token.quoted ? value : `${written}:${value}` });
    if (value.startsWith("//")) return; // an address of the web
    const names = OPERATORS.map((op) => `${op.name}:`).join(", ");
    box.hints.push(
      `There is no operator ${name}:, so it was searched as words. There are ${names}.`,
    );
    return;
  }
  if (value === "") box.hints.push(takes(name));
  else if (name === "before" || name === "after") addMoment(box, name, token, now);
  else addFilter(box, name === "to" ? "account" : name, not, value);
}

function addMoment(box: Box, name: "before" | "after", { not, value }: Token, now: Date): void {
  const moment = momentOf(value, now);
  if (not) box.hints.push(`${name}: can't be turned round with -. Use the other one.`);
  else if (!moment) box.hints.push(`"${value}" is no day. ${takes(name)}`);
  else box[name] = moment;
}

function addFilter(box: Box, op: FilterName, not: boolean, value: string): void {
  const known = KNOWN[op];
  if (!known) {
    box.filters.push({ op, values: [value], not });
    return;
  }
  const values: string[] = [];
  for (const part of value.split(",").map((one) =>
    one
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  )) {
    const meant = known.includes(part) ? part : ALSO[part];
    if (meant && known.includes(meant)) values.push(meant);
    else if (part !== "") box.hints.push(`"${part}" was passed over. ${takes(op)}`);
  }
  if (values.length > 0) box.filters.push({ op, values, not });
}

/** Of the same operator any value will do; the last word may be half typed. */
function finish(box: Box, input: string): void {
  if (box.terms.length > SEARCH_LIMITS.words) {
    box.hints.push(`Only the first ${SEARCH_LIMITS.words} words were looked for.`);
    box.terms = box.terms.slice(0, SEARCH_LIMITS.words);
  }
  const last = box.terms.at(-1);
  // One letter would be half of all words.
  if (last && !last.phrase && !last.not && input.endsWith(last.text) && last.text.length > 1) {
    last.prefix = true;
  }
  if (box.terms.length > 0 && box.terms.every(({ not }) => not)) {
    const left = box.terms.map(({ text }) => `-${text}`).join(" ");
    box.hints.push(`${left} leaves messages out of what is found: add a word to look for.`);
    box.terms = [];
  }
  const merged: Filter[] = [];
  for (const filter of box.filters) {
    const same = merged.find(({ op, not }) => op === filter.op && not === filter.not);
    if (same && filter.op !== "tag") same.values.push(...filter.values);
    else merged.push({ ...filter, values: [...filter.values] });
  }
  box.filters = merged;
}
