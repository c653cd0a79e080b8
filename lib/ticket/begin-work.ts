import type { Context } from "../platform/context";
import { moveTicket } from "./move-ticket";
import { ticketById } from "./store";

/**
 * Takes a ticket into a person's work while a reply is on its way: from any status, through `open`
 * where it was over. Call it inside a transaction.
 */
export async function beginWork(ctx: Context, ticketId: string, because: string): Promise<void> {
  const { status } = await ticketById(ctx.db, ticketId);
  const move = { ticketId, mover: "person", because } as const;
  if (status === "resolved" || status === "closed") await moveTicket(ctx, { ...move, to: "open" });
  await moveTicket(ctx, { ...move, to: "in_progress" });
}
