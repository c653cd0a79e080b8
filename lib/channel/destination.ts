import type { Tools } from "../platform/context";
import { unseal } from "../platform/secrets";
import type { Channel } from "../ticket/model";
import type { Transport } from "./model";
import { replyTarget } from "./reply-store";

/** Where a reply goes, or why it can't go anywhere, in words for people. */
export type Destination = { transport: Transport; address: string } | { none: string };

/** What decides the way of a reply. */
export type DestinationFacts = {
  channel: Channel;
  /** Addresses that may get this ticket's replies; lower case. The first one is written to. */
  participants: readonly string[];
  /** Of the connection; null without one. */
  replyUrl: string | null;
  demo: boolean;
  /** A mail server is set. */
  smtp: boolean;
};

/** What is asked about a ticket; rows of `tickets` fit, with the participants added. */
type ReplyingTicket = {
  channel: Channel;
  connectionId: string | null;
  demo: boolean;
  participants: readonly string[];
};

/** Demo tickets never leave: their mail is kept in the outbox even where a mail server is set. */
export function chooseDestination(facts: DestinationFacts): Destination {
  const { channel, demo, replyUrl } = facts;
  if (channel === "in_app" || channel === "chat") return { transport: "pull", address: "" };
  if (channel === "webhook" && !demo) {
    return replyUrl
      ? { transport: "webhook", address: replyUrl }
      : { none: "This connection has no reply URL." };
  }
  const [address] = facts.participants;
  if (!address) return { none: "This ticket has no e-mail address to reply to." };
  return { transport: facts.smtp && !demo ? "smtp" : "outbox", address };
}

/** Where replies of this ticket go now: settings and connections may change while it is open. */
export async function destinationOf(
  { db, env }: Pick<Tools, "db" | "env">,
  ticket: ReplyingTicket,
): Promise<Destination> {
  const connection =
    ticket.channel === "webhook" && ticket.connectionId
      ? await replyTarget(db, ticket.connectionId)
      : null;
  if (connection?.disabledAt) return { none: "This connection is switched off." };
  return chooseDestination({
    ...ticket,
    replyUrl: connection?.replyUrl ?? null,
    smtp: env.SMTP_URL !== undefined,
  });
}

/**
 * The secrets (`whsec_…`) that sign calls to a connection's reply URL, newest first: two while one
 * takes the place of the other, so that the receiver may know either. None when it is gone.
 */
export async function replySecrets(
  { db, env, now }: Pick<Tools, "db" | "env" | "now">,
  connectionId: string,
): Promise<string[]> {
  const connection = await replyTarget(db, connectionId);
  if (!connection) return [];
  const { secretSealed, oldSecretSealed, oldSecretUntil } = connection;
  const old = oldSecretSealed && oldSecretUntil && oldSecretUntil > now() ? [oldSecretSealed] : [];
  return [secretSealed, ...old].map((sealed) => unseal(env.NEXTAUTH_SECRET, sealed));
}
