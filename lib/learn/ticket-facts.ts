import { customerContext } from "../customer";
import type { Addressee } from "../knowledge";
import type { Context } from "../platform/context";
import { questionText } from "../predictor";
import {
  type Message,
  participantsOf,
  plainText,
  publicThread,
  smallTalk,
  type Ticket,
  ticketById,
} from "../ticket";

/** Newest messages of a thread that are looked at for the question. */
const READ_MESSAGES = 60;

export type TicketFacts = {
  ticket: Ticket;
  accountId: string;
  /** Whose name and numbers must not stay in an answer. */
  to: Addressee;
};

export async function ticketFacts(ctx: Context, ticketId: string): Promise<TicketFacts> {
  const ticket = await ticketById(ctx.db, ticketId);
  const { customer, account } = await customerContext(ctx.db, ticket.customerId);
  const [email] = await participantsOf(ctx.db, ticketId);
  return {
    ticket,
    accountId: account.id,
    to: {
      name: customer.name,
      email: email ?? null,
      account: account.name,
      ticket: ticket.number,
    },
  };
}

/** What a reply answered: the customer's messages between it and the reply before it. */
export async function questionBefore(
  ctx: Context,
  ticket: Ticket,
  reply: Message,
): Promise<{ text: string; language: string | null }> {
  const thread = await publicThread(ctx.db, ticket.id, READ_MESSAGES);
  const before = thread.filter(
    ({ id, createdAt }) => id !== reply.id && createdAt <= reply.createdAt,
  );
  const open: Message[] = [];
  for (const message of before.reverse()) {
    if (message.author === "customer") open.unshift(message);
    else if (open.length > 0) break;
  }
  const texts = open.map(({ text }) => plainText(text)).filter((text) => smallTalk(text) === null);
  const subject = smallTalk(ticket.subject) ? "" : ticket.subject;
  const language = open.findLast((message) => message.language !== null)?.language ?? null;
  return { text: texts.length === 0 ? "" : questionText(subject, texts), language };
}
