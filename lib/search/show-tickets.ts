import type { Context } from "../platform/context";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { marked, snippetOf } from "./highlight";
import { SEARCH_LIMITS, type SearchResult, type TicketHit } from "./model";
import type { Term } from "./query";
import { type Found, score, whereOf } from "./rank";
import { messageTexts, type ShownTicket, ticketBeginnings, ticketsShown } from "./result-store";

/** Merges of merges that are followed. */
const MERGES = 10;

type Input = {
  found: readonly Found[];
  terms: readonly Term[];
  /** Public id of the ticket whose number was typed; it stands first. */
  first: string | null;
};

/** The best of what was found, as it is shown. A merged ticket leads to where its messages are. */
export async function showTickets(
  ctx: Context,
  { found, terms, first }: Input,
): Promise<Pick<SearchResult, "tickets" | "more">> {
  const typed = first ? fromPublicId(TICKET_PREFIX, first) : null;
  const ranked = found
    .map((one) => ({ one, points: score(one, ctx.now()) }))
    .sort((a, b) => b.points - a.points);
  // Some more than are shown: of merged tickets two may lead to the same one.
  const near = ranked.slice(0, 2 * SEARCH_LIMITS.tickets).map(({ one }) => one);
  const target = await targetsOf(ctx, [
    ...(typed ? [typed] : []),
    ...near.map(({ ticketId }) => ticketId),
  ]);
  const best = new Map<string, { one: Found; ticket: ShownTicket }>();
  const jump = typed ? target(typed) : null;
  if (jump) {
    const same = near.find(({ ticketId }) => ticketId === jump.id);
    best.set(jump.id, { one: same ?? plain(jump), ticket: jump });
  }
  for (const one of near) {
    const ticket = target(one.ticketId);
    if (ticket && !best.has(ticket.id)) best.set(ticket.id, { one, ticket });
  }
  const shown = [...best.values()].slice(0, SEARCH_LIMITS.tickets);
  const text = await textsOf(ctx, shown);
  return {
    tickets: shown.map(({ one, ticket }) => hitOf(one, ticket, text(one, ticket), terms)),
    more: best.size > shown.length,
  };
}

const plain = ({ id, status, updatedAt }: ShownTicket): Found => ({
  ticketId: id,
  messageId: null,
  kind: null,
  messageRank: 0,
  inSubject: true,
  byCustomer: false,
  status,
  at: updatedAt.toISOString(),
});

function hitOf(one: Found, ticket: ShownTicket, text: string, terms: readonly Term[]): TicketHit {
  return {
    id: toPublicId(TICKET_PREFIX, ticket.id),
    number: ticket.number,
    subject: marked(ticket.subject, terms),
    snippet: snippetOf(text, terms),
    customer: marked(ticket.customer, terms),
    status: ticket.status,
    at: one.at,
    where: whereOf(one),
  };
}

async function targetsOf(
  ctx: Context,
  ids: readonly string[],
): Promise<(id: string) => ShownTicket | null> {
  const known = new Map<string, ShownTicket>();
  let wanted = [...new Set(ids)];
  for (let hop = 0; wanted.length > 0 && hop <= MERGES; hop++) {
    const rows = await ticketsShown(ctx.db, wanted);
    for (const row of rows) known.set(row.id, row);
    const next = rows.flatMap(({ mergedIntoId }) => (mergedIntoId ? [mergedIntoId] : []));
    wanted = [...new Set(next)].filter((id) => !known.has(id));
  }
  return (id) => {
    let ticket = known.get(id);
    for (let hop = 0; ticket?.mergedIntoId && hop <= MERGES; hop++) {
      ticket = known.get(ticket.mergedIntoId);
    }
    return ticket && !ticket.mergedIntoId ? ticket : null;
  };
}

/** The message that was found, or how the ticket begins. */
async function textsOf(ctx: Context, shown: readonly { one: Found; ticket: ShownTicket }[]) {
  const messageIds = shown.flatMap(({ one }) => (one.messageId ? [one.messageId] : []));
  const others = shown.flatMap(({ one, ticket }) => (one.messageId ? [] : [ticket.id]));
  const rows = [
    ...(messageIds.length > 0 ? await messageTexts(ctx.db, messageIds) : []),
    ...(others.length > 0 ? await ticketBeginnings(ctx.db, others) : []),
  ];
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  return (one: Found, ticket: ShownTicket) => texts.get(one.messageId ?? ticket.id) ?? "";
}
