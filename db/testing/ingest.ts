import { eq } from "drizzle-orm";
import { events } from "@/db/schema/event";
import { messages, tickets } from "@/db/schema/ticket";
import { makeContext } from "@/db/testing/context";
import { ingestRequest } from "@/lib/ingest";
import { IngestInput } from "@/lib/ingest/model";
import type { Context } from "@/lib/platform/context";
import { sha256 } from "@/lib/platform/secrets";
import { addMessage, moveTicket } from "@/lib/ticket";
import type { TicketStatus } from "@/lib/ticket/model";

type Sent = Record<string, unknown>;

let sent = 0;

/** Sends a request of Mina's, with an id of its own unless one is given. */
export function send(ctx: Context, fields: Sent = {}) {
  const body = {
    external_id: `msg-${++sent}`,
    channel: "email",
    customer_email: "mina@example.org",
    subject: "Dashboard shows 403",
    body: "Since yesterday I get a 403 when I sign in.",
    ...fields,
  };
  return ingestRequest(ctx, {
    input: IngestInput.parse(body),
    bodyHash: sha256(JSON.stringify(body)),
    source: "bridge",
  });
}

export const connection = () => makeContext({ connection: ["ingest"] });

export async function ticketOf(ctx: Context, id: string) {
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, id));
  if (!row) throw new Error("no such ticket");
  return row;
}

export const threadOf = (ctx: Context, id: string) =>
  ctx.db
    .select()
    .from(messages)
    .where(eq(messages.ticketId, id))
    .orderBy(messages.createdAt, messages.id);

export async function eventsOf(ctx: Context, type: string) {
  const rows = await ctx.db.select().from(events).where(eq(events.type, type)).orderBy(events.seq);
  return rows.map((row) => ({ ...row.payload }));
}

/** We answer, and the ticket comes to rest. */
export async function answer(ctx: Context, ticketId: string, text: string, to: TicketStatus) {
  await addMessage(ctx, { ticketId, author: "ai", public: true, text, createdAt: ctx.now() });
  await moveTicket(ctx, { ticketId, to: "in_progress", mover: "ai", because: "test" });
  await moveTicket(ctx, { ticketId, to, mover: "ai", because: "test" });
}
