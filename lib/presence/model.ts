import { z } from "zod";

/** What is being written: for the customer, for the desk, or in the place of one of the AI's drafts. */
export const WritingKind = z.union([
  z.enum(["reply", "note"]),
  z.templateLiteral(["draft.", z.uuid()]),
]);
export type WritingKind = z.infer<typeof WritingKind>;

/** Whoever looks counts as gone after so long without a sign of life, seconds; browsers give one more often. */
export const LOOK_SECONDS = 45;

/** A reply stays with whoever writes it for so long after their last word, seconds. */
export const REPLY_LEASE_SECONDS = 60;

/** What a person does on a ticket, from the least to the most. */
const DOINGS = ["viewing", "writing", "replying"] as const;
export type Doing = (typeof DOINGS)[number];

/** One person on one ticket, with the most that they do there. */
const Presence = z.object({
  /** Public id, `t_…`. */
  ticketId: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  doing: z.enum(DOINGS),
  /** When they began to reply; null for the others. */
  since: z.iso.datetime().nullable(),
});
export type Presence = z.infer<typeof Presence>;

/** Who has the reply to a ticket, after somebody wanted it. */
export const ReplyHold = z.object({ mine: z.boolean(), since: z.iso.datetime() });
export type ReplyHold = z.infer<typeof ReplyHold>;

/** What a person has begun to write and not sent. */
export const KeptWriting = z.object({
  /** Clean HTML, and its words. */
  html: z.string(),
  text: z.string(),
  revision: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type KeptWriting = z.infer<typeof KeptWriting>;

/** By kind; what nobody has begun is not there. */
export const Writings = z.record(z.string(), KeptWriting);
export type Writings = z.infer<typeof Writings>;

/** Everybody else who is anywhere now. */
export const PresenceList = z.array(Presence);
