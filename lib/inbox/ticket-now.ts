import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { personHasReplied } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import type { TicketView } from "./model";
import { heldRound, mergeRows } from "./ticket-now-store";
import type { ticketRow } from "./ticket-store";

type Head = NonNullable<Awaited<ReturnType<typeof ticketRow>>>;
type Now = Pick<TicketView, "merges" | "followUp" | "aiStoppedBecause">;

/** What holds for a ticket at this moment: merges, tries, why the AI only drafts. */
export async function ticketNow(ctx: Context, head: Head): Promise<Now> {
  const { id } = head.ticket;
  const [merged, followUp, aiStoppedBecause] = await Promise.all([
    mergeRows(ctx.db, id),
    followUpOf(ctx, head),
    stopsOf(ctx, head),
  ]);
  return {
    merges: merged.map(({ source, by, at, ...merge }) => ({
      ...merge,
      source: { ...source, id: toPublicId(TICKET_PREFIX, source.id) },
      by: by ?? "Somebody who has left",
      at: at.toISOString(),
    })),
    followUp,
    aiStoppedBecause,
  };
}

async function followUpOf(ctx: Context, { ticket }: Head): Promise<Now["followUp"]> {
  const round = await heldRound(ctx.db, ticket.id);
  if (round === null) return null;
  const { tries } = await getSetting(ctx.db, "ai.followUp");
  const nextAt = ticket.nextTryAt?.toISOString() ?? null;
  const tried = round - 1; // the first draft is no try of the cycle
  return nextAt === null && tried === 0 ? null : { tried, of: tries, nextAt };
}

async function stopsOf(ctx: Context, head: Head): Promise<string[]> {
  const { ticket, team, teamAiStopped, customer } = head;
  const stops: string[] = [];
  if (await getSetting(ctx.db, "ai.stopped")) stops.push("AI is stopped for the whole desk");
  if (team && teamAiStopped) stops.push(`AI is stopped for ${team}`);
  if (customer.aiStopped) stops.push(`AI is stopped for ${customer.name}`);
  if (await personHasReplied(ctx.db, ticket.id)) stops.push("a person has taken over");
  return stops;
}
