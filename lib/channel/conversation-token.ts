import type { Env } from "../platform/env";
import { mac, sameToken } from "../platform/secrets";

/**
 * What the customer's browser shows to read the replies of its conversation. Made from the ticket's
 * id and the desk's secret, so that nothing needs to be stored; it opens this one ticket.
 */
export const conversationToken = (env: Env, ticketId: string): string =>
  mac(env.NEXTAUTH_SECRET, "conversation", ticketId);

export const isConversationToken = (env: Env, ticketId: string, token: string): boolean =>
  sameToken(conversationToken(env, ticketId), token);
