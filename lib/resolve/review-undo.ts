import { getSetting } from "../desk";
import { eventsOfTicket, recordEvent } from "../event";
import { EVENTS, type EventPayload } from "../event/model";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { lockTicket, messageById, type Ticket } from "../ticket";
import { type OpenAttempt, settledAlready } from "./open-attempt";
import { putBackVerdict } from "./put-back";
import type { ReviewRef } from "./review-inputs";
import { type ReviewedAttempt, reviewedAttempt } from "./review-store";
import { asItIs } from "./send-approved";
import { asBefore } from "./send-draft";
import { undoVerdictRow, verdictOf } from "./verdict-store";

/**
 * Learning begins so much after the time to undo is over: clocks of processes differ.
 * Milliseconds.
 */
const MARGIN_MS = 1000;

const TOLD = ["draft.approved", "draft.rejected", "draft.taken_over"] as const;
type Told = EventPayload<(typeof TOLD)[number]>;

type Way = {
  /** ISO 8601; null: there is no way back. */
  undoUntil: string | null;
  /** What the event of the verdict tells beside the verdict. */
  told: Pick<Told, "notBefore" | "undo">;
};

/** What the event of a verdict that sends nothing must tell, so that it can be taken back. */
export async function undoable(ctx: Context, open: OpenAttempt): Promise<Way> {
  const seconds = await getSetting(ctx.db, "reply.undoSeconds");
  if (seconds === 0) return { undoUntil: null, told: {} };
  const until = ctx.now().getTime() + seconds * 1000;
  return {
    undoUntil: new Date(until).toISOString(),
    told: {
      notBefore: new Date(until + MARGIN_MS).toISOString(),
      undo: asItIs(open.ticket, asBefore(open)),
    },
  };
}

/**
 * Takes back a person's own verdict by which nothing was sent: a reply that was sent before is to
 * be reviewed again, a rejected draft is held again, and the ticket is what it was. Until then
 * nothing has been learned from it. A reply that a verdict has sent is taken back by `undoReply`.
 *
 * @throws `conflict` when it is too late, or somebody else has settled it
 */
export async function undoVerdict(ctx: Context, { attemptId }: ReviewRef): Promise<object> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const { ticketId } = await reviewedAttempt(tx.db, attemptId);
    const ticket = await lockTicket(tx.db, ticketId);
    const attempt = await reviewedAttempt(tx.db, attemptId);
    const said = await verdictOf(tx.db, attemptId, personId);
    if (!said) throw tooLate();
    if (said.settled) await reopen(tx, ticket, attempt, personId);
    else if (attempt.reviewState !== "held") throw await settledAlready(tx, attempt);
    await undoVerdictRow(tx.db, said.id, tx.now());
    await recordEvent(tx, "review.undone", { ticketId, attemptId, verdict: said.verdict });
    return {};
  });
}

const tooLate = () => new AppError("conflict", "It is too late: this can't be taken back here.");

/** Makes a draft and its ticket what they were. @throws `conflict` when it is too late */
async function reopen(ctx: Context, ticket: Ticket, attempt: ReviewedAttempt, personId: string) {
  if (attempt.reviewedBy !== personId) throw await settledAlready(ctx, attempt);
  const told = await eventsOfTicket(ctx.db, ticket.id, [...TOLD, "ticket.status_changed"]);
  const at = told.findLastIndex(
    ({ type, payload }) => type !== "ticket.status_changed" && payload.attemptId === attempt.id,
  );
  const payload = EVENTS["draft.taken_over"].safeParse(told[at]?.payload).data;
  if (!payload?.undo || !payload.notBefore) throw tooLate();
  const until = new Date(payload.notBefore).getTime() - MARGIN_MS;
  if (ctx.now().getTime() >= until) throw tooLate();
  const answered = await messageById(ctx.db, attempt.answersMessageId);
  // The verdict's own move stands before it in the journal.
  const moved = at < told.length - 1;
  await putBackVerdict(ctx, ticket, answered, { before: payload.undo, moved });
}
