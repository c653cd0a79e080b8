import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import type { Channel, LinkKind } from "./model";
import { insertParticipant, insertTicket, type Ticket } from "./store";

export type NewTicket = {
  customerId: string;
  channel: Channel;
  source: string;
  connectionId: string | null;
  subject: string;
  body: string;
  conversationId?: string | null;
  /** Addresses that may write into it; lower case. */
  participants: string[];
  category?: string;
  tags?: string[];
  escalationReason?: string | null;
  toolsUsed?: string[];
  linkedTicketId?: string | null;
  /** What that link means; `continues` unless told otherwise. */
  linkKind?: LinkKind;
  historic?: boolean;
  /** How much depends on the customer's account; routing reads it anew. */
  value?: number;
  demo?: boolean;
  createdAt: Date;
} & Partial<
  Pick<Ticket, "productArea" | "intents" | "primaryIntent" | "sentiment" | "language"> &
    Pick<Ticket, "priority" | "priorityReasons" | "teamId">
>;

/** Stores a new ticket, open and waiting. Its first message follows by `addMessage`. */
export async function createTicket(ctx: Context, input: NewTicket): Promise<Ticket> {
  const { participants, ...fields } = input;
  const ticket = await insertTicket(ctx.db, {
    id: newId(),
    ...fields,
    linkKind: linkKindOf(input),
    updatedAt: ctx.now(),
  });
  for (const email of participants) await insertParticipant(ctx.db, ticket.id, email);
  return ticket;
}

/** What a new ticket's link means; null when it has none. */
export function linkKindOf({
  linkedTicketId,
  linkKind,
}: Pick<NewTicket, "linkedTicketId" | "linkKind">): LinkKind | null {
  return linkedTicketId ? (linkKind ?? "continues") : null;
}
