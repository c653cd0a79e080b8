import { personName } from "../person";
import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { lockTicket, setNextTry, type Ticket } from "../ticket";
import { refuseIfAsked, refuseIfLeased } from "./review-guards";
import { type OpenReview, type ReviewedAttempt, reviewedAttempt } from "./review-store";

export type OpenAttempt = {
  attempt: ReviewedAttempt & { reviewState: OpenReview };
  ticket: Ticket;
};

/**
 * An attempt that a person may settle now. Locks its ticket first: of two people one waits here,
 * and then reads what the other has done. Call it inside a transaction.
 *
 * @param options.evenIfAsked also for whoever asked another one for a second look
 * @throws `conflict` when it is settled, saying by whom, when somebody else looks at it, or the
 *   person has asked another one to decide; `forbidden` when it is flagged and they are no reviewer
 */
export async function openAttempt(
  ctx: Context,
  attemptId: string,
  options: { evenIfAsked?: boolean } = {},
): Promise<OpenAttempt> {
  const personId = requirePerson(ctx);
  const { ticketId } = await reviewedAttempt(ctx.db, attemptId);
  const ticket = await lockTicket(ctx.db, ticketId);
  const attempt = await reviewedAttempt(ctx.db, attemptId);
  const { reviewState } = attempt;
  if (reviewState !== "held" && reviewState !== "flagged") throw await settledAlready(ctx, attempt);
  if (reviewState === "flagged") requirePermission(ctx, "draft.settle_flagged");
  await refuseIfLeased(ctx, attemptId, personId);
  if (!options.evenIfAsked) await refuseIfAsked(ctx, attemptId, personId);
  if (ticket.nextTryAt) await setNextTry(ctx.db, ticketId, null); // people have it now
  return { attempt: { ...attempt, reviewState }, ticket };
}

/** The refusal for whoever came second: who was faster, and what has become of the draft. */
export async function settledAlready(ctx: Context, attempt: ReviewedAttempt): Promise<AppError> {
  const { outcome, reviewState } = attempt;
  const settled = attempt.reviewedBy ? "taken over" : outcome;
  const state = reviewState === "none" && settled ? settled : STATE_WORDS[reviewState];
  const who = attempt.reviewedBy && (await personName(ctx.db, attempt.reviewedBy));
  return new AppError(
    "conflict",
    who ? `${who} was faster: this draft is already ${state}.` : `This draft is already ${state}.`,
  );
}

const STATE_WORDS: Record<ReviewedAttempt["reviewState"], string> = {
  none: "settled",
  held: "held",
  flagged: "sent and flagged for review",
  approved: "approved",
  corrected: "corrected",
  rejected: "rejected",
};
