import { eventsOfTicket } from "../event";
import { EVENTS } from "../event/model";
import { usesOf } from "../knowledge";
import { answerClass, articleClass } from "../knowledge/model";
import type { Context } from "../platform/context";
import { customerMessages, ticketById } from "../ticket";

type Uses = Awaited<ReturnType<typeof usesOf>>;
export type Use = Uses[number];

/** What was used, as the predictor names it. */
export const subjectOf = ({ answerId, articleId }: Use): string =>
  answerId ? answerClass(answerId) : articleClass(articleId ?? "");

/** Steps of one path that are kept, and characters of each. */
const STEPS = 20;
const STEP_CHARACTERS = 200;

/** How a ticket came to its end: kept with the signal that tells of it, for people to read. */
export type Path = {
  /** Replies in their order, and whether the customer came back with the same problem. */
  answers: { subject: string; byPerson: boolean; helped: boolean | null; at: string }[];
  /** What the customer had tried before, in their words. */
  tried: { step: string; helped: boolean | null }[];
  /** Tools that an AI agent or its system had run. */
  tools: string[];
};

/** The path of a ticket up to `last`, which ended as `helped` says; null: nobody knows yet. */
export async function pathOf(ctx: Context, last: Use, helped: boolean | null): Promise<Path> {
  const uses = await usesOf(ctx.db, last.ticketId, STEPS);
  const { toolsUsed } = await ticketById(ctx.db, last.ticketId);
  return {
    answers: uses.map((use) => ({
      subject: subjectOf(use),
      byPerson: use.byPerson,
      // A reply that another one had to follow has not ended it.
      helped: use.messageId === last.messageId ? helped : false,
      at: use.sentAt.toISOString(),
    })),
    tried: await triedBefore(ctx, last.ticketId),
    tools: toolsUsed.slice(0, STEPS),
  };
}

async function triedBefore(ctx: Context, ticketId: string): Promise<Path["tried"]> {
  const routed = await eventsOfTicket(ctx.db, ticketId, ["ticket.routed"]);
  const steps = new Map<string, boolean | null>();
  for (const { payload } of routed) {
    const { tried = [] } = EVENTS["ticket.routed"].safeParse(payload).data ?? {};
    for (const { step, helped } of tried) {
      steps.set(step.slice(0, STEP_CHARACTERS), helped ?? null);
    }
  }
  return [...steps].slice(0, STEPS).map(([step, helped]) => ({ step, helped }));
}

/** A smaller change of the tone is none. */
const FALLS = 0.2;

/**
 * How the customer felt before a reply and after it, −1…1.
 *
 * @returns null when they have not written since, or nobody has read how they feel
 */
export async function moodAround(ctx: Context, { ticketId, sentAt }: Use) {
  const felt = (await customerMessages(ctx.db, ticketId)).flatMap(({ sentiment, createdAt }) =>
    sentiment === null ? [] : [{ sentiment, createdAt }],
  );
  const before = felt.findLast(({ createdAt }) => createdAt <= sentAt)?.sentiment;
  const after = felt.findLast(({ createdAt }) => createdAt > sentAt)?.sentiment;
  if (before === undefined || after === undefined) return null;
  return { before, after, falling: after <= before - FALLS };
}
