import { conversationToken } from "../channel";
import {
  customerByEmail,
  findOrCreateCustomer,
  type KnownCustomer,
  tellAccount,
} from "../customer";
import { recordEvent } from "../event";
import { type Context, requireScope, transaction } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { isParticipant, setValue, ticketById } from "../ticket";
import { type Channel, TICKET_PREFIX } from "../ticket/model";
import type { Ingested, Landed, Request } from "./arrival";
import { createFrom } from "./create-from";
import { joinTo } from "./join-to";
import type { IngestInput } from "./model";
import { placeOf } from "./place";
import { claim, insertReceipt, type Receipt, receiptOf } from "./store";

/** Another copy was faster by a hair: what this one did must not stay. */
class Overtaken extends Error {}

/**
 * Stores a request, once for each external id of a connection: message, ticket, receipt, event and
 * job in one transaction, so that what is acknowledged is never lost and what is not was never here.
 *
 * @throws `forbidden` without the scope `ingest`; `invalid` when it names a ticket that isn't there
 */
export async function ingestRequest(ctx: Context, request: Request): Promise<Ingested> {
  const connectionId = requireScope(ctx, "ingest");
  const { external_id: externalId } = request.input;
  try {
    return await transaction(ctx, async (tx) => {
      // Together, because on a server that is one round trip.
      const [earlier, known] = await Promise.all([
        claim(tx.db, connectionId, externalId),
        customerByEmail(tx.db, request.input.customer_email),
      ]);
      if (earlier) return seenBefore(tx, connectionId, request, earlier);
      const landed = await land(tx, connectionId, request, known);
      const { ticketId, messageId, outcome, status, createdAt } = landed;
      const { bodyHash } = request;
      const receipt = { connectionId, externalId, ticketId, messageId, outcome, bodyHash };
      const [first] = await Promise.all([
        insertReceipt(tx.db, { ...receipt, createdAt: tx.now() }),
        landed.tell?.(),
      ]);
      if (!first) throw new Overtaken();
      const readable =
        outcome === "created" || (await mayRead(tx, connectionId, request, ticketId));
      return { stored: true, outcome, ticketId, status, createdAt, readable };
    });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    const earlier = await receiptOf(ctx.db, connectionId, externalId);
    if (!earlier) throw error;
    return transaction(ctx, (tx) => seenBefore(tx, connectionId, request, earlier));
  }
}

async function land(
  ctx: Context,
  connectionId: string,
  request: Request,
  known: KnownCustomer | null,
): Promise<Landed> {
  const { input } = request;
  const facts = { email: input.customer_email, name: input.customer_name, account: input.account };
  const found = await findOrCreateCustomer(ctx, facts, known);
  const { customerId, accountId } = found;
  const value = await valueNow(ctx, input, found);
  if (known && known.accountId !== accountId) await setValue(ctx.db, customerId, value);
  const sender = { connectionId, customerId, value };
  const place = await placeOf(ctx, sender, input);
  if (place.join) return joinTo(ctx, place.join.id, place.because, sender, request);
  const created = await createFrom(ctx, place, sender, request);
  if (created) return created;
  // Another message of the same conversation has made its ticket since we looked.
  const now = await placeOf(ctx, sender, input);
  if (now.join) return joinTo(ctx, now.join.id, now.because, sender, request);
  const linked = await createFrom(ctx, now, sender, request);
  if (!linked) throw new Error("the conversation was taken and is free again");
  return linked;
}

/** Older requests than this do not tell what an account is like today, milliseconds. */
const FACTS_MAX_AGE_MS = 24 * 3_600_000;

/**
 * How much depends on the account, once what the request tells of it is kept. A customer who is of
 * another company than the request names is left there, and so is that company.
 */
async function valueNow(
  ctx: Context,
  { account, historic, created_at: writtenAt }: IngestInput,
  { customerId, accountKey, value }: KnownCustomer,
): Promise<number> {
  if (!account?.facts || account.key !== accountKey) return value;
  const age = writtenAt ? ctx.now().getTime() - writtenAt.getTime() : 0;
  return tellAccount(ctx, customerId, account.facts, historic || age > FACTS_MAX_AGE_MS);
}

async function seenBefore(
  ctx: Context,
  connectionId: string,
  { input, bodyHash }: Request,
  earlier: Receipt,
): Promise<Ingested> {
  if (earlier.bodyHash !== bodyHash) {
    await recordEvent(ctx, "ingest.body_differs", { connectionId, externalId: input.external_id });
  }
  const { id, status, createdAt } = await ticketById(ctx.db, earlier.ticketId);
  const readable =
    bodyHash === earlier.bodyHash && (await mayRead(ctx, connectionId, { input }, id));
  return { stored: false, outcome: "duplicate", ticketId: id, status, createdAt, readable };
}

/**
 * Whether whoever wrote this may read the whole conversation. What the request says of its channel
 * is not enough: the ticket must be a conversation of this connection, and the writer part of it.
 */
async function mayRead(
  ctx: Context,
  connectionId: string,
  { input }: Pick<Request, "input">,
  ticketId: string,
): Promise<boolean> {
  if (!conversational(input.channel)) return false;
  const ticket = await ticketById(ctx.db, ticketId);
  return (
    conversational(ticket.channel) &&
    ticket.connectionId === connectionId &&
    (await isParticipant(ctx.db, ticketId, input.customer_email))
  );
}

const conversational = (channel: Channel) => channel === "in_app" || channel === "chat";

/** What the sender is told. Conversations get a token, with which the customer reads the replies. */
export function receiptDocument({ env }: Context, { channel }: IngestInput, ingested: Ingested) {
  return {
    ticket_id: toPublicId(TICKET_PREFIX, ingested.ticketId),
    status: ingested.status,
    created_at: ingested.createdAt.toISOString(),
    ...(conversational(channel) &&
      ingested.readable && {
        conversation_token: conversationToken(env, ingested.ticketId),
      }),
  };
}
