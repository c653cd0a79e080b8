import { isIP } from "node:net";
import { type Env, publicUrl } from "../platform/env";
import { toPublicId } from "../platform/ids";
import { mac } from "../platform/secrets";

/** Characters of the code in a Message-ID: 22 of base64url hold 132 bits. */
const MAC_LENGTH = 22;

/**
 * The Message-ID of a reply by mail. Who names it in `In-Reply-To` has seen the mail: the code can
 * only be made with the desk's secret, and differs for each ticket, message and recipient.
 */
export function replyMessageId(
  secret: string,
  host: string,
  reply: { ticketId: string; messageId: string; to: string },
): string {
  const code = mac(secret, "message-id", reply.ticketId, reply.messageId, reply.to);
  return `<${toPublicId("m", reply.messageId)}.${code.slice(0, MAC_LENGTH)}@${host}>`;
}

/** The id of a call: receivers drop a second call with the same one. */
export const replyCallId = (messageId: string): string => toPublicId("msg", messageId);

/** The desk's host name, for addresses; a bare address of the network has none. */
export function deskHost(env: Env): string {
  const { hostname } = new URL(publicUrl(env));
  return isIP(hostname.replace(/^\[|\]$/g, "")) ? "localhost" : hostname;
}
