import { z } from "zod";
import { PLACEHOLDERS } from "../knowledge/model";

export const DECISIONS = ["sent", "sent_flagged", "held"] as const;
export const Decision = z.enum(DECISIONS);
export type Decision = z.infer<typeof Decision>;

export const REVIEW_STATES = [
  "none",
  "flagged",
  "held",
  "approved",
  "corrected",
  "rejected",
] as const;
export const ReviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof ReviewState>;

export const Source = z.object({
  articleId: z.string(),
  passageId: z.string(),
  title: z.string(),
  /** The words of the passage that the reply rests on. */
  quote: z.string(),
});
export type Source = z.infer<typeof Source>;

/** One part of a confidence: a number and what it means, in plain words. */
export const ConfidencePart = z.object({ name: z.string(), value: z.number(), words: z.string() });
export type ConfidencePart = z.infer<typeof ConfidencePart>;

/** One sentence of a draft with the numbers (from 1) of the sources that support it. */
export const DraftSentence = z.object({ text: z.string(), sources: z.array(z.number().int()) });
export type DraftSentence = z.infer<typeof DraftSentence>;

export const REJECT_REASONS = [
  "wrong_answer",
  "wrong_tone",
  "missing_step",
  "not_allowed",
  "other",
] as const;
export const RejectReason = z.enum(REJECT_REASONS);
export type RejectReason = z.infer<typeof RejectReason>;

export const VERDICTS = ["approve", "correct", "reject", "take_over"] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** Caps of the specification: what confidence may claim while little is known. */
export const CAPS = {
  answerUses: 3,
  answerBelow: 0.6,
  deskOutcomes: 100,
  deskBelow: 0.85,
} as const;

type Frame = { hello: string; helloTo: string; farewell: string };
const ENGLISH: Frame = {
  hello: "Hello",
  helloTo: "Hi",
  farewell: "If this does not help, just reply and we will look into it.",
};

/** What stands around the sentences of a draft, by language (two letters). */
export const FRAMES: Readonly<Record<string, Frame>> & { readonly en: Frame } = {
  en: ENGLISH,
  de: {
    hello: "Guten Tag",
    helloTo: "Hallo",
    farewell: "Wenn das nicht hilft, antworten Sie einfach; dann sehen wir es uns an.",
  },
  fr: {
    hello: "Bonjour",
    helloTo: "Bonjour",
    farewell: "Si cela ne suffit pas, répondez simplement et nous nous en occuperons.",
  },
  es: {
    hello: "Hola",
    helloTo: "Hola",
    farewell: "Si esto no ayuda, responda a este mensaje y lo revisaremos.",
  },
};

/** How long a reviewer keeps an item without a sign of life, seconds. */
export const LEASE_SECONDS = 120;

/**
 * Levenshtein's distance, computed only near the diagonal.
 *
 * @param most larger distances are not told apart
 * @returns null when it is larger than `most`
 * @see E. Ukkonen, "Algorithms for approximate string matching", Information and Control 64 (1985)
 */
export function editDistance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  const far = most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= one.length; i++) {
    const next = new Array<number>(other.length + 1).fill(far);
    if (i <= most) next[0] = i;
    const from = Math.max(1, i - most);
    const to = Math.min(other.length, i + most);
    let least = next[0] ?? far;
    for (let j = from; j <= to; j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? 0 : 1;
      const cost = Math.min(
        (row[j - 1] ?? far) + same,
        (row[j] ?? far) + 1,
        (next[j - 1] ?? far) + 1,
        far,
      );
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    row = next;
  }
  const distance = row[other.length] ?? far;
  return distance > most ? null : distance;
}

/** Code between backticks, as the words of a formatted reply have it. */
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
const BRACES = /\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}/g;
/** What macros name, of this desk's and of other desks': `customer.name`. */
const DOTTED =
  /^(customer|contact|requester|account|organization|ticket|conversation|agent|current_user|desk|inbox)(\.\w+)+$/i;

/**
 * Placeholders that nobody has filled in, as they stand in a reply. Braces in code are the
 * customer's business, and so are those that no macro or answer would name.
 */
export function openPlaceholders(text: string): string[] {
  const found = [...text.replace(CODE, "").matchAll(BRACES)].map(([whole]) => whole);
  const known: readonly string[] = PLACEHOLDERS;
  const isOpen = (whole: string) => {
    const name = whole.replace(/[{}]/g, "").trim();
    return DOTTED.test(name) || known.includes(name.toLowerCase());
  };
  return [...new Set(found.filter(isOpen))];
}
