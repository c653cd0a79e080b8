import { z } from "zod";
import { Channel } from "../ticket/model";

/** Categories a desk begins with; admins can add (the table holds them). */
export const DEFAULT_CATEGORIES = [
  { slug: "billing", name: "Billing" },
  { slug: "technical", name: "Technical" },
  { slug: "onboarding", name: "Onboarding" },
  { slug: "general", name: "General" },
] as const;

/** Bands of the confidence, probabilities. A reply at or above `send` goes out by itself. */
export const Bands = z
  .object({ send: z.number().min(0).max(1), flag: z.number().min(0).max(1) })
  .refine((bands) => bands.flag <= bands.send, "`flag` must not be above `send`");
export type Bands = z.infer<typeof Bands>;

/** Bands of tickets of a category, a channel, or both; the more exact one counts. */
export const BandOverride = z
  .object({
    category: z.string().min(1).nullable(),
    channel: Channel.nullable(),
    send: z.number().min(0).max(1),
    flag: z.number().min(0).max(1),
  })
  .refine((bands) => bands.flag <= bands.send, "`flag` must not be above `send`")
  .refine((at) => at.category !== null || at.channel !== null, "name a category or a channel");
export type BandOverride = z.infer<typeof BandOverride>;

/**
 * The bands that count for a ticket: those for its category and channel, else for its category,
 * else for its channel, else the desk's. Of two for the same place the first counts.
 *
 * @param overrides as stored; what does not fit is passed over, so that it never loosens a band
 */
export function bandsFor(
  bands: Bands,
  overrides: unknown,
  at: { category: string; channel: Channel },
): Bands {
  let best: { rank: number; bands: Bands } | null = null;
  for (const entry of Array.isArray(overrides) ? overrides : []) {
    const { data } = BandOverride.safeParse(entry);
    if (!data) continue;
    if (data.category !== null && data.category !== at.category) continue;
    if (data.channel !== null && data.channel !== at.channel) continue;
    const rank = (data.category === null ? 0 : 2) + (data.channel === null ? 0 : 1);
    if (!best || rank > best.rank) best = { rank, bands: { send: data.send, flag: data.flag } };
  }
  return best?.bands ?? bands;
}

/** Settings by name, each with its schema and default. */
export const SETTINGS = {
  "desk.name": z.string().min(1).max(80).default("Deskhand"),
  "ai.bands": Bands.default({ send: 0.85, flag: 0.6 }),
  "ai.bandOverrides": z.array(BandOverride).max(200).default([]),
  /** Silence on chat and in-app before all unanswered messages are answered at once, seconds. */
  "ai.silenceSeconds": z.number().int().min(0).max(600).default(20),
  /** How often held tickets are taken up again, and hours between. */
  "ai.followUp": z
    .object({ tries: z.number().int().min(0).max(10), hours: z.number().min(1).max(336) })
    .default({ tries: 3, hours: 24 }),
  /** Resolved tickets close after so many days without activity. */
  "ticket.autoCloseDays": z.number().int().min(1).max(365).default(7),
  /** Time in which a person can take back a reply, seconds; 0: it leaves at once. */
  "reply.undoSeconds": z.number().int().min(0).max(60).default(10),
  /** Sent once when a ticket is held for people. Fixed words: nothing of the sender's is repeated. */
  "reply.acknowledgement": z
    .object({ on: z.boolean(), text: z.string().trim().min(1).max(2000) })
    .default({
      on: false,
      text: "Thank you for your message. A colleague will look at it and answer you here.",
    }),
  "ai.stopped": z.boolean().default(false),
  "mail.from": z.object({ name: z.string(), address: z.string() }).nullable().default(null),
  "demo.loaded": z.boolean().default(false),
  /** Admins lift the caps on confidence, knowingly. */
  "ai.capsLifted": z.boolean().default(false),
} as const;
export type SettingName = keyof typeof SETTINGS;
export type Setting<N extends SettingName> = z.output<(typeof SETTINGS)[N]>;
