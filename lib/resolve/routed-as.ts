import { eventsOfTicket } from "../event";
import type { Context } from "../platform/context";
import type { Message } from "../ticket";
import { Routed } from "./work";

/** What routing said of the message that is answered. */
export async function routedAs(ctx: Context, { id, ticketId }: Message): Promise<Routed | null> {
  const told = await eventsOfTicket(ctx.db, ticketId, ["ticket.routed"]);
  const payload = told.findLast((event) => event.payload.messageId === id)?.payload;
  return Routed.safeParse(payload).data ?? null;
}
