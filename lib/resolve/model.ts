import { z } from "zod";

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
