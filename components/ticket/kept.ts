import { z } from "zod";
import type { KeptWriting } from "@/lib/presence/model";

/** Days after which text that nobody sent is forgotten. */
const KEEP_DAYS = 14;

const Stored = z.object({
  text: z.string(),
  html: z.string().nullable().default(null),
  /** When it was last changed here, milliseconds since 1970. */
  at: z.number(),
  /** Revision of the desk that it has grown from; 0: the desk had none. */
  base: z.number().default(0),
  /** The desk has it, as that revision. */
  saved: z.boolean().default(false),
});

/** What somebody has begun to write, as this browser has it. */
export type Kept = z.infer<typeof Stored>;

export const NOTHING: Kept = { text: "", html: null, at: 0, base: 0, saved: true };

/** Of what the browser's store holds; nothing when it is old, or somebody else's. */
export function parseKept(raw: string | null, now: number): Kept {
  if (raw === null) return NOTHING;
  const kept = Stored.safeParse(JSON.parse(raw)).data;
  return kept && now - kept.at < KEEP_DAYS * 86_400_000 ? kept : NOTHING;
}

/** What is to be done where this browser and the desk have a text each. */
type Meeting =
  | "nothing"
  /** The desk's is newer: show it. */
  | "take"
  /** It was sent or thrown away elsewhere. */
  | "forget"
  /** This browser's is newer: save it over the revision that the desk has. */
  | "save"
  /** Both were written on. A person chooses. */
  | "ask";

export function meeting(here: Kept, there: KeptWriting | null): Meeting {
  const revision = there?.revision ?? 0;
  if (here.text.trim() === "") {
    if (here.saved) return there ? "take" : "nothing";
    return revision === here.base && there ? "save" : there ? "take" : "nothing";
  }
  if (here.saved) {
    if (!there) return "forget";
    return revision > here.base ? "take" : "nothing";
  }
  if (!there || revision === here.base) return "save";
  return there.html === here.html || there.text === here.text ? "take" : "ask";
}

export const asKept = ({ text, html, revision, updatedAt }: KeptWriting): Kept => ({
  text,
  html,
  at: Date.parse(updatedAt),
  base: revision,
  saved: true,
});
