import { z } from "zod";
import { TriedStep } from "@/lib/route/model";

/** A part that another version stored differently, or not at all, is left out. */
const maybe = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

const text = z.string();
const number = z.number();

const Passage = z.object({
  title: maybe(text),
  text: maybe(text),
  rank: maybe(number),
  score: maybe(number),
});

const Article = z.object({
  title: text,
  score: maybe(number),
  coverage: maybe(number),
  passageCoverage: maybe(number),
  titleMatch: maybe(number),
  passages: maybe(z.array(Passage)),
});

/** What a draft was made from, as far as this version knows it. */
const Snapshot = z.object({
  question: maybe(text),
  customer: maybe(z.object({ tags: z.array(text) })),
  account: maybe(
    z.object({
      tier: maybe(text),
      seats: maybe(number),
      trialUntil: maybe(text.nullable()),
      usage: maybe(z.record(text, number)),
      onboarding: maybe(z.array(z.object({ step: text, done: z.boolean() }))),
    }),
  ),
  billing: maybe(
    z.array(
      z.object({
        kind: text,
        detail: text,
        amountCents: number.nullable(),
        currency: text.nullable(),
        at: text,
      }),
    ),
  ),
  earlierTickets: maybe(z.array(z.object({ number: number, subject: text, status: maybe(text) }))),
  thread: maybe(z.array(z.object({ author: text, text, at: maybe(text) }))),
  tried: maybe(z.array(TriedStep)),
  toolsUsed: maybe(z.array(text)),
  page: z.unknown().optional(),
  articles: maybe(z.array(Article)),
  passages: maybe(z.array(Passage)),
  leftOut: maybe(z.array(z.object({ text: maybe(text), tried: text }))),
  bands: maybe(z.object({ send: number, flag: number })),
  blocks: maybe(z.array(text)),
  caps: maybe(
    z.object({
      experience: z.object({ uses: number, outcomes: number }),
      lifted: z.boolean(),
    }),
  ),
});
export type Snapshot = z.infer<typeof Snapshot>;

const KNOWN = new Set(Object.keys(Snapshot.shape));

/** A stored snapshot, read part by part; `rest` is what this version has no words for. */
export function readSnapshot(stored: Record<string, unknown>): {
  known: Snapshot;
  rest: Record<string, unknown>;
} {
  const rest = Object.entries(stored).filter(([name]) => !KNOWN.has(name) && name !== "demo");
  return { known: Snapshot.parse(stored), rest: Object.fromEntries(rest) };
}
