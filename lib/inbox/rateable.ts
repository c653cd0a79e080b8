import { ratingOf, replyOfLink } from "../csat";
import { mayBeRated, RatingLink, type RatingView } from "../csat/model";
import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import { lastCustomerMessage } from "../ticket";
import { type Rateable, replyInConversation, replyThatLeft } from "./rateable-store";

/** The reply behind a link; null for one that is forged, or whose reply was erased. */
export async function replyBehindLink(ctx: Context, link: RatingLink): Promise<Rateable | null> {
  const named = replyOfLink(ctx.env, link);
  const reply = named && (await replyThatLeft(ctx.db, named.messageId));
  return reply && reply.leftFrom === named.ticketId ? reply : null;
}

/** The newest reply of a conversation that has left, or the named one. */
export const rateableReply = (ctx: Context, ticketId: string, messageId?: string) =>
  replyInConversation(ctx.db, ticketId, messageId);

export type RatingPage =
  | { state: "unknown" }
  | {
      /** `ended`: nothing can be changed any more. */
      state: "open" | "ended";
      desk: string;
      ticketNumber: number;
      /** Of the customer, two letters; null when it is not known. */
      language: string | null;
      rating: RatingView | null;
    };

/** What the page behind a link shows: nothing of the conversation. Reading it changes nothing. */
export async function readRatingPage(ctx: Context, input: RatingLink): Promise<RatingPage> {
  const link = RatingLink.safeParse(input).data;
  const reply = link && (await replyBehindLink(ctx, link));
  if (!reply) return { state: "unknown" };
  const rating = await ratingOf(ctx.db, reply.messageId);
  return {
    state: mayBeRated(reply.sentAt, ctx.now()) ? "open" : "ended",
    desk: await getSetting(ctx.db, "desk.name"),
    ticketNumber: reply.ticketNumber,
    language: (await lastCustomerMessage(ctx.db, reply.ticketId))?.language ?? null,
    rating: rating && {
      score: rating.score,
      comment: rating.comment,
      at: rating.updatedAt.toISOString(),
    },
  };
}
