import { splitSentences } from "../knowledge";
import { languageOf } from "../platform/language";
import { type Composed, suggests } from "./compose";
import { FRAMES, type Source } from "./model";
import { greetingIn } from "./model-growing";
import type { Citable } from "./model-material";
import { joined, type ModelReply } from "./model-output";
import { quoteFor, type Support, supportOf } from "./model-support";

/** Words of a greeting that a model writes although the desk adds one. */
const GREETING_WORDS = 6;
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|guten tag|hallo|liebe[r]?|sehr geehrte[rn]?|bonjour|hola|estimad[oa])\b/i;

type Said = ModelReply["sentences"][number];

export type Reading = {
  citable: ReadonlyMap<string, Citable>;
  asked: string;
  /** Names that may stand in a reply. */
  names: readonly string[];
  firstName: string;
  /** What the customer has tried, and each sentence said, as stems. */
  steps: readonly { step: string; stems: readonly string[] }[];
  stems: readonly (readonly string[])[];
  /** Of the customer; null: not known. */
  language: string | null;
};

/** What a model said, as a reply of the desk: each claim with what bears it out. */
export type Read = {
  composed: Composed;
  /** Of its claims: the share that is borne out, and the least of their shares; 1 without claims. */
  support: { share: number; least: number; claims: number; unchecked: number };
  /** The customer's language, where it is written in another. */
  foreign: string | null;
  /** What it rests on most, as the predictor names it; null: on nothing that is learned. */
  subject: string | null;
};

/** Leaves out what the customer has tried, and the greeting that the desk adds. */
export function worthSaying(said: readonly Said[], { steps, stems }: Reading) {
  const leftOut: Composed["leftOut"] = [];
  const kept = said.filter(({ text }, at) => {
    if (at === 0 && GREETING.test(text.trim()) && text.trim().split(/\s+/).length <= GREETING_WORDS)
      return false;
    const tried = steps.find((step) => suggests(stems[at] ?? [], step.stems));
    if (tried) leftOut.push({ text: text.trim(), tried: tried.step });
    return !tried;
  });
  return { kept, leftOut };
}

/** Reads what is left: language, sources, and whether each claim is borne out. */
export function readReply(
  kept: readonly Said[],
  leftOut: Composed["leftOut"],
  reading: Reading,
): Read {
  const body = joined(kept);
  const written = languageOf(body);
  const { language } = reading;
  const foreign = language !== null && written !== null && written !== language ? language : null;
  const sources: Source[] = [];
  const sentences: Composed["sentences"] = [];
  const judged: Support[] = [];
  const subjects = new Map<string, number>();
  for (const { text, citations } of kept) {
    const named = citations.flatMap((id) => reading.citable.get(id) ?? []);
    const support = supportOfWhole(text.trim(), named, written, reading);
    if (support.kind === "talk") continue;
    judged.push(support);
    for (const { subject } of named) {
      if (subject) subjects.set(subject, (subjects.get(subject) ?? 0) + 1);
    }
    const numbers = named.map((one) => cite(sources, one, text.trim()));
    sentences.push({ text: text.trim(), sources: [...new Set(numbers)] });
  }
  const borne = judged.filter(({ kind }) => kind === "supported").length;
  const unchecked = judged.filter(({ kind }) => kind === "unchecked").length;
  return {
    composed: {
      draft: body === "" ? null : framed(body, reading.firstName, written ?? language),
      sentences,
      sources,
      leftOut,
      unsupported: judged.length - borne - unchecked,
    },
    support: {
      share: judged.length === 0 ? 1 : borne / judged.length,
      least: Math.min(1, ...judged.map(({ share }) => share)),
      claims: judged.length,
      unchecked,
    },
    foreign,
    subject: [...subjects].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null,
  };
}

/** What a model calls one sentence may hold several: each of them must be borne out. */
function supportOfWhole(
  text: string,
  named: readonly Citable[],
  written: string | null,
  { asked, names }: Reading,
): Support {
  const grounds = {
    sources: named.map((one) => one.text),
    asked,
    names,
    sameLanguage: written === null || named.every(({ language }) => language === written),
  };
  const order = ["unsupported", "unchecked", "supported", "talk"] as const;
  const parts = splitSentences(text).map((part) => supportOf(part, grounds));
  const worst = parts.sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.share - b.share,
  )[0];
  return worst ?? { kind: "talk", share: 1 };
}

/** Number of the source, from 1; its quote grows with what of it is used. */
function cite(sources: Source[], { articleId, passageId, title, text }: Citable, said: string) {
  const quote = quoteFor(said, text);
  const at = sources.findIndex((source) => source.passageId === passageId);
  const known = sources[at];
  if (!known) return sources.push({ articleId, passageId, title, quote });
  if (!known.quote.includes(quote)) known.quote += ` ${quote}`;
  return at + 1;
}

/** Greeting and last line around it, where there are some in its language. */
function framed(body: string, firstName: string, language: string | null): string {
  const frame = FRAMES[language ?? "en"];
  return frame ? `${greetingIn(language, firstName)}${body}\n\n${frame.farewell}` : body;
}
