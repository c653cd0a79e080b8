import { lastUse, stemsOf } from "../knowledge";
import type { Context } from "../platform/context";
import { questionText } from "../predictor";
import { earlierTickets, type Message, plainText, smallTalk, ticketById } from "../ticket";

/** Latest tickets of the customer that are looked at. */
const TICKETS = 5;
/** Two questions are nearly the same from this share of words in common, and so many of them. */
const LIKENESS = 0.6;
const COMMON = 3;

export type SameIssue = {
  /** The earlier ticket. */
  ticketId: string;
  /** Number of the new one. */
  askedIn: number;
  /** Share of the words that both have, 0..1. */
  likeness: number;
};

/**
 * The earlier ticket of this customer that was to be resolved not longer than `withinMs` ago, and
 * whose question is nearly that of the new ticket. At most a few are looked at.
 */
export async function sameIssue(
  ctx: Context,
  message: Message,
  withinMs: number,
): Promise<SameIssue | null> {
  const ticket = await ticketById(ctx.db, message.ticketId);
  const asked = plainText(message.text);
  if (smallTalk(asked) !== null) return null;
  const earlier = await earlierTickets(ctx.db, ticket.customerId, ticket.id, TICKETS);
  const uses = await Promise.all(earlier.map(({ id }) => lastUse(ctx.db, id, message.createdAt)));
  const oldest = message.createdAt.getTime() - withinMs;
  const candidates = uses
    .filter((use) => use !== null)
    .filter(({ resolves, sentAt }) => resolves && sentAt.getTime() >= oldest);
  if (candidates.length === 0) return null;
  const subject = smallTalk(ticket.subject) ? "" : ticket.subject;
  const [words = [], ...others] = await stemsOf(ctx.db, [
    questionText(subject, [asked]),
    ...candidates.map(({ question }) => question),
  ]);
  let best: SameIssue | null = null;
  candidates.forEach(({ ticketId }, at) => {
    const likeness = likenessOf(words, others[at] ?? []);
    if (likeness < LIKENESS || likeness <= (best?.likeness ?? 0)) return;
    best = { ticketId, askedIn: ticket.number, likeness };
  });
  return best;
}

/**
 * Dice's coefficient of two sets of words; 0 when too few are in both to mean anything.
 *
 * @see L. R. Dice, "Measures of the amount of ecologic association between species", Ecology 26 (1945)
 */
export function likenessOf(one: readonly string[], other: readonly string[]): number {
  const there = new Set(other);
  const common = one.filter((word) => there.has(word)).length;
  return common < COMMON ? 0 : (2 * common) / (one.length + other.length);
}
