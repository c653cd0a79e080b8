import { z } from "zod";

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

/** Settings by name, each with its schema and default. */
export const SETTINGS = {
  "desk.name": z.string().min(1).max(80).default("Deskhand"),
  "ai.bands": Bands.default({ send: 0.85, flag: 0.6 }),
  "ai.stopped": z.boolean().default(false),
  "mail.from": z.object({ name: z.string(), address: z.string() }).nullable().default(null),
  "demo.loaded": z.boolean().default(false),
  /** Admins lift the caps on confidence, knowingly. */
  "ai.capsLifted": z.boolean().default(false),
} as const;
export type SettingName = keyof typeof SETTINGS;
export type Setting<N extends SettingName> = z.output<(typeof SETTINGS)[N]>;
