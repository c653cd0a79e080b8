import { addTelephone, customerById, findOrCreateCaller, findOrCreateCustomer } from "../customer";
import { recordEvent } from "../event";
import { personName } from "../person";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { addNote, openTicket, setPriority } from "../ticket";
import { giveTicket } from "./assign-by-person";
import type { OpenByHandInput } from "./by-hand-inputs";

/**
 * Makes a ticket of what a customer has told a person: a call, a talk, a letter. From there it goes
 * the way of every request, through routing; a person's team, assignee and priority stay. The AI
 * drafts, and answers by itself only when the person lets it.
 */
export async function openByHand(
  ctx: Context,
  input: OpenByHandInput,
): Promise<{ ticketId: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const { customerId, emails } = await callerOf(tx, input);
    const name = (await personName(tx.db, personId)) ?? "Somebody";
    const because = `${name} opened it by hand: ${HOW[input.by]}.`;
    const createdAt = tx.now();
    const opened = await openTicket(
      tx,
      {
        customerId,
        channel: "manual",
        source: input.by,
        connectionId: null,
        subject: input.subject,
        body: input.said,
        participants: emails.slice(0, 1),
        escalationReason: input.automatic ? null : `${name} opened it by hand and sees to it`,
        createdAt,
      },
      {
        author: "customer",
        customerId,
        public: true,
        text: input.said,
        landedBecause: because,
        metadata: { by: input.by, writtenDownBy: personId },
        createdAt,
      },
    );
    if (!opened) throw new Error("a ticket without a conversation met another one");
    const { ticketId, messageId } = opened;
    await settle(tx, ticketId, input);
    await recordEvent(tx, "message.received", { ticketId, messageId, outcome: "created", because });
    return { ticketId };
  });
}

const HOW = {
  telephone: "the customer has called",
  talk: "the customer has said it",
  other: "it came another way",
} as const;

/** The customer who was chosen, or the one behind an address or a telephone; made when new. */
async function callerOf(
  ctx: Context,
  { customer }: OpenByHandInput,
): Promise<{ customerId: string; emails: string[] }> {
  if ("id" in customer) {
    const { id: customerId, emails } = await customerById(ctx.db, customer.id);
    return { customerId, emails };
  }
  const { name, email, telephone } = customer;
  if (!email) {
    const made = await findOrCreateCaller(ctx, { name, telephone: telephone ?? "" });
    return { customerId: made.customerId, emails: [] };
  }
  const { customerId } = await findOrCreateCustomer(ctx, { name, email });
  if (telephone) await addTelephone(ctx.db, customerId, telephone);
  return { customerId, emails: [email] };
}

/** What the person has said of it beforehand. */
async function settle(ctx: Context, ticketId: string, input: OpenByHandInput): Promise<void> {
  const { teamId, personId, priority, answered } = input;
  if (teamId || personId) {
    await giveTicket(ctx, { ticketId, ...(teamId && { teamId }), ...(personId && { personId }) });
  }
  if (priority) await setPriority(ctx, { ticketId, priority });
  if (answered) await addNote(ctx, { ticketId, text: `What was answered: ${answered}` });
}
