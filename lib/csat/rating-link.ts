import { type Env, publicUrl } from "../platform/env";
import { fromPublicId, toPublicId } from "../platform/ids";
import { mac, sameToken } from "../platform/secrets";
import { TICKET_PREFIX } from "../ticket/model";
import { MESSAGE_PREFIX, type RatingLink } from "./model";

type Reply = { ticketId: string; messageId: string };

const tokenOf = (env: Env, { ticketId, messageId }: Reply): string =>
  mac(env.NEXTAUTH_SECRET, "rating", ticketId, messageId);

/**
 * Where a customer rates a reply. The token is made from both ids and the desk's secret, so that
 * nothing needs to be stored; it opens the rating of this one reply and shows nothing of it.
 */
export function ratingUrl(env: Env, reply: Reply): string {
  const ticket = toPublicId(TICKET_PREFIX, reply.ticketId);
  const message = toPublicId(MESSAGE_PREFIX, reply.messageId);
  return publicUrl(env) + ratingPath({ ticket, message, t: tokenOf(env, reply) });
}

/** The same without the desk's address. */
export function ratingPath({ ticket, message, t }: RatingLink, more = ""): string {
  const [to, of, token] = [ticket, message, t].map(encodeURIComponent);
  return `/rate/${to}/${of}?t=${token}${more}`;
}

/** The reply that a link was made for; null for any that this desk has not made. */
export function replyOfLink(env: Env, { ticket, message, t }: RatingLink): Reply | null {
  const ticketId = fromPublicId(TICKET_PREFIX, ticket);
  const messageId = fromPublicId(MESSAGE_PREFIX, message);
  if (!ticketId || !messageId) return null;
  const reply = { ticketId, messageId };
  return sameToken(tokenOf(env, reply), t) ? reply : null;
}

/** A raw mail without the tokens of its rating links: whoever holds one rates as the customer. */
export function withoutRatingTokens(raw: string): string {
  // Quoted-printable breaks a line anywhere, and writes the sign of equality in hexadecimal.
  const whole = raw.replace(/=\r\n/g, "");
  const hidden = whole.replace(/(\/rate\/[\w/]+\?t=(?:3D)?)[\w-]+/g, "$1[hidden]");
  return hidden === whole ? raw : hidden;
}
