import { getSetting } from "../desk";
import { eventsOfTicket, recordEvent } from "../event";
import type { Context } from "../platform/context";
import { ACKNOWLEDGEMENT, acknowledgementsTo, addMessage, type Ticket } from "../ticket";
import type { GuardFacts } from "./guards";

const DAY = 86_400_000; // ms
/** Acknowledgements that one customer gets in a day: nobody is bombed with our mail. */
const PER_CUSTOMER_DAY = 3;

/**
 * Tells the customer of a held ticket, once and in fixed words, that a person will answer. It is
 * no answer: they go on waiting, and no count of replies knows it. Call it with the ticket and the
 * customer locked.
 */
export async function acknowledge(ctx: Context, ticket: Ticket, facts: GuardFacts): Promise<void> {
  const { on, text } = await getSetting(ctx.db, "reply.acknowledgement");
  if (!on || !mayAcknowledge(facts)) return;
  const before = await eventsOfTicket(ctx.db, ticket.id, ["acknowledgement.sent"]);
  if (before.length > 0) return;
  const since = new Date(ctx.now().getTime() - DAY);
  if ((await acknowledgementsTo(ctx.db, ticket.customerId, since)) >= PER_CUSTOMER_DAY) return;
  const { id: messageId } = await addMessage(ctx, {
    ticketId: ticket.id,
    author: "system",
    public: true,
    text,
    metadata: ACKNOWLEDGEMENT,
    createdAt: ctx.now(),
  });
  await recordEvent(ctx, "acknowledgement.sent", { ticketId: ticket.id, messageId });
  await recordEvent(ctx, "reply.approved", {
    ticketId: ticket.id,
    messageId,
    attemptId: null,
    thenStatus: null,
  });
}

/** Never to machines, into nowhere, about old requests, or where people have stopped or begun. */
export function mayAcknowledge(facts: GuardFacts): boolean {
  const { stopped, ticket } = facts;
  const machine = facts.automatic !== null || facts.ownAddress !== null || facts.machineTurns > 0;
  const old = ticket.historic || facts.historic || isOld(facts);
  const withPeople = ticket.assigneeId !== null || facts.personReplied || facts.writing;
  const off = stopped.desk || stopped.team || stopped.customer;
  return !machine && !old && !withPeople && !off && !ticket.demo && !("none" in facts.destination);
}

const isOld = ({ now, askedAt }: GuardFacts) => now.getTime() - askedAt.getTime() > DAY;
