import { z } from "zod";
import { eventById } from "../event";
import { teamById } from "../person";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import type { Signal } from "../predictor/model";
import { type Ticket, ticketById } from "../ticket";
import { type LabelChange, labelChange } from "./label-change";
import { factsAtArrival, firstQuestion } from "./label-signals";
import { recordSignal } from "./record-signal";

/**
 * Learns what a person calls a ticket: another intent, category, priority or team. Safe to repeat:
 * one signal per event, so the same change made again after it was undone is learned again. One
 * that was overtaken by a later change teaches nothing.
 */
export const learnLabel = defineJob({
  name: "learn.relabelled",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), eventId: z.uuid() }),
  run: (ctx, { ticketId, eventId }) =>
    transaction(ctx, async (tx) => {
      const event = await eventById(tx.db, eventId);
      if (!event) return "skipped: the event was erased";
      if (event.actorType !== "person") return "skipped: no person said so";
      const ticket = await ticketById(tx.db, ticketId);
      const change = await labelChange(tx, event, ticket);
      if (!change) return "skipped: no label was changed, or it has changed since";
      const question = await firstQuestion(tx, ticket);
      const { space } = change;
      await recordSignal(tx, {
        key: `label:${eventId}`,
        kind: "relabelled",
        ticketId,
        personId: event.actorId,
        subject: `${space}:${change.to ?? "none"}`,
        question,
        payload: { label: space, ...(await named(tx, change)) },
        learned: await lessonsOf(tx, ticket, change, question),
        demo: ticket.demo,
        createdAt: tx.now(),
      });
      return `learned ${space} ${change.to ?? "none"}`;
    }),
});

/** As people read it: a team is known by its id only here. */
async function named(ctx: Context, { space, from, to }: LabelChange) {
  if (space !== "team") return { from, to };
  const nameOf = async (id: string | null) => id && ((await teamById(ctx.db, id))?.name ?? "gone");
  return { from: await nameOf(from), to: await nameOf(to) };
}

/** "None of these" is told in the ledger, and teaches no label. */
async function lessonsOf(
  ctx: Context,
  ticket: Ticket,
  { space, from, to }: LabelChange,
  text: string,
): Promise<Signal[]> {
  if (to === null) return [];
  const facts = await factsAtArrival(ctx, ticket);
  const said = { space, label: to, insteadOf: from, weight: 1 };
  return [{ type: "labelled", id: ticket.id, text, facts, ...said }];
}
