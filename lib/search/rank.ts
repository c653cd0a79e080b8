import { isSettled, type TicketStatus } from "../ticket/model";
import type { FoundWhere } from "./model";

/** Half-life of the bonus for what is recent, days. */
const HALF_LIFE_DAYS = 45;
const DAY_MS = 86_400_000;

/** A ticket that was found, and everything that speaks for it. */
export type Found = {
  ticketId: string;
  messageId: string | null;
  kind: string | null;
  /** How well a message has the words; 0: none has. */
  messageRank: number;
  inSubject: boolean;
  byCustomer: boolean;
  status: TicketStatus;
  /** Of the message, or of the ticket's last change. */
  at: string;
};

/**
 * How far up a ticket belongs: words in the subject count most, then how well a message has them,
 * then how recent it is, and at last whether somebody still works on it.
 */
export function score(found: Found, now: Date): number {
  const days = Math.max(0, now.getTime() - Date.parse(found.at)) / DAY_MS;
  // Ranks of the database have no upper end; this one has, and keeps the order.
  const message = found.messageRank / (found.messageRank + 0.1);
  return (
    (found.inSubject ? 1 : 0) +
    message +
    (found.byCustomer ? 0.3 : 0) +
    0.6 * 2 ** (-days / HALF_LIFE_DAYS) +
    (isSettled(found.status) ? 0 : 0.2)
  );
}

export function whereOf(found: Found): FoundWhere {
  if (found.messageId !== null) return found.kind === "message" ? "message" : "note";
  return found.byCustomer && !found.inSubject ? "customer" : "subject";
}
