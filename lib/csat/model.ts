import { z } from "zod";

/** From the moment a reply has left, it can be rated, and the rating changed, for so long. */
export const RATE_DAYS = 14;
/** Ratings of one reply, the first with its changes: a script must not fill the ledger. */
export const RATINGS_MAX = 10;
export const COMMENT_MAX = 2000;

/** Shown outside as `m_…`, a TypeID. */
export const MESSAGE_PREFIX = "m";

export const SCORES = [1, 2, 3, 4, 5] as const;
export const Score = z.coerce.number().int().min(1).max(5);

/** Forms send each line break as two characters, so the length counts after they are read. */
const Comment = z
  .string()
  .max(2 * COMMENT_MAX)
  .transform((text) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim())
  .pipe(z.string().max(COMMENT_MAX));

/** What a customer says of a reply. */
export const Said = z.object({ score: Score, comment: Comment.default("") });
export type Said = z.output<typeof Said>;

/** The link in a reply: public ids and the token that belongs to both. */
export const RatingLink = z.object({
  ticket: z.string().max(60),
  message: z.string().max(60),
  t: z.string().max(100),
});
export type RatingLink = z.output<typeof RatingLink>;

/** The form behind that link. */
export const RatingForm = z.object({ ...RatingLink.shape, ...Said.shape });
export type RatingForm = z.output<typeof RatingForm>;

/** What an app tells of the conversation that it shows. */
export const RatingCall = z.object({
  score: z.number().int().min(1).max(5),
  comment: Comment.default(""),
  /** As the call that brought the reply named it; the newest reply when left out. */
  message_id: z.string().min(1).max(255).optional(),
});
export type RatingCall = z.output<typeof RatingCall>;

/** A rating as the ticket shows it. */
export const RatingView = z.object({
  score: z.number().int(),
  comment: z.string(),
  at: z.iso.datetime(),
});
export type RatingView = z.infer<typeof RatingView>;

/** True while a reply that left at `sentAt` can be rated. */
export const mayBeRated = (sentAt: Date, now: Date): boolean =>
  now.getTime() - sentAt.getTime() <= RATE_DAYS * 86_400_000; // ms of a day
