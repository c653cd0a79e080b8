import { z } from "zod";
import { labelPlaces } from "../desk";
import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { DEFAULT_ROUTE } from "../rule/model";
import { expectVersion, lockTicket, type Ticket, TicketRef, updateTicket } from "../ticket";
import { LIMITS } from "../ticket/model";

const to = z.string().min(1).max(64);
const seen = { ticketId: TicketRef, expectedVersion: z.number().int().min(1).optional() };

/** What a ticket is about, in a person's word. No intent: nothing that the desk has a name for. */
export const RelabelInput = z.discriminatedUnion("label", [
  z.object({ ...seen, label: z.literal("category"), to }),
  z.object({ ...seen, label: z.literal("intent"), to: to.nullable() }),
]);
export type RelabelInput = z.output<typeof RelabelInput>;

/**
 * Says what a ticket is about, by hand: routing leaves it alone from then on, and the desk learns it.
 *
 * @throws `invalid` when the label is not in use; `conflict` when the ticket has changed since
 */
export async function relabelTicket(
  ctx: Context,
  input: RelabelInput,
): Promise<{ label: string; to: string | null }> {
  requirePermission(ctx, "ticket.write");
  const { label, to } = input;
  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    const from = label === "category" ? ticket.category : ticket.primaryIntent;
    if (from === to) return { label, to };
    await requireInUse(tx, label, to);
    const change =
      input.label === "category" ? { category: input.to } : withIntent(ticket, input.to);
    await updateTicket(tx.db, ticket.id, change, tx.now());
    await recordEvent(tx, "ticket.relabelled", { ticketId: ticket.id, label, from, to });
    return { label, to };
  });
}

async function requireInUse(
  ctx: Context,
  label: "intent" | "category",
  to: string | null,
): Promise<void> {
  if (to === null) return;
  const { categories, intents } = await labelPlaces(ctx.db);
  if ((label === "category" ? categories : intents).get(to) === to) return;
  const message =
    label === "category" ? "That category is not in use." : "That intent is not in use.";
  throw new AppError("invalid", message, { fields: { to: ["is not in use"] } });
}

/** The chosen intent first, and surely; what was thought before is gone, with its tag. */
function withIntent(ticket: Ticket, to: string | null) {
  const gone = [to, ticket.primaryIntent];
  const others = ticket.intents.filter(({ intent }) => !gone.includes(intent));
  const unclassified: readonly string[] = DEFAULT_ROUTE.tags;
  const tags = ticket.tags.filter(
    (tag) => tag !== ticket.primaryIntent && !(to && unclassified.includes(tag)),
  );
  return {
    primaryIntent: to,
    intents: to === null ? [] : [{ intent: to, score: 1 }, ...others],
    tags: to === null ? tags : [...new Set([...tags, to])].slice(0, LIMITS.tags),
  };
}
