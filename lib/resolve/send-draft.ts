import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { messageById, newerCustomerMessage } from "../ticket";
import { type OpenAttempt, settledAlready } from "./open-attempt";
import { reviewedAttempt, settleAttempt } from "./review-store";
import { sendApproved } from "./send-approved";

export type Settled = {
  reviewState: "approved" | "corrected" | "rejected";
  /** The reply that is on its way; null when nothing is sent. */
  messageId: string | null;
  /** ISO 8601: until then it can be taken back. */
  undoUntil: string | null;
};

/** What taking the reply back makes of the attempt that it settles. */
export const asBefore = ({ attempt }: OpenAttempt) => [
  { id: attempt.id, reviewState: attempt.reviewState, sentMessageId: attempt.sentMessageId },
];

/** Sends a held draft, as it is or as the person has rewritten it, and settles its attempt. */
export async function sendDraft(
  ctx: Context,
  open: OpenAttempt,
  personId: string,
  written: string | undefined,
): Promise<Settled> {
  const { attempt, ticket } = open;
  const draft = attempt.draft;
  const edited = written !== undefined && written !== draft?.replace(/\r\n?/g, "\n").trim();
  const text = edited ? written : draft;
  if (!text) throw new AppError("conflict", "There is no text to send. Write the reply yourself.");
  if (ticket.status === "resolved" || ticket.status === "closed") {
    throw new AppError("conflict", `This ticket is ${ticket.status}. Open it again to send.`);
  }
  const answered = await messageById(ctx.db, attempt.answersMessageId);
  if (answered && (await newerCustomerMessage(ctx.db, answered))) {
    throw new AppError(
      "conflict",
      "The customer has written again since this draft was made. Read it before you answer.",
    );
  }
  const sent = await sendApproved(ctx, {
    ticket,
    author: edited ? "agent" : "ai",
    personId,
    attemptId: attempt.id,
    settles: asBefore(open),
    text,
    thenStatus: "resolved",
    because: edited ? "A person corrected the draft and sent it." : "A person approved the draft.",
  });
  const reviewState = edited ? "corrected" : "approved";
  await settleOrRefuse(ctx, attempt, personId, {
    reviewState,
    sentText: text,
    sentMessageId: sent.messageId,
  });
  await recordEvent(ctx, "draft.approved", { ticketId: ticket.id, attemptId: attempt.id, edited });
  return { reviewState, ...sent };
}

/** Settles an open attempt as the person who decided. @throws `conflict` when somebody was faster */
export async function settleOrRefuse(
  ctx: Context,
  attempt: OpenAttempt["attempt"],
  personId: string,
  settlement: Parameters<typeof settleAttempt>[4],
): Promise<void> {
  const by = { personId, at: ctx.now() };
  if (await settleAttempt(ctx.db, attempt.id, attempt.reviewState, by, settlement)) return;
  throw await settledAlready(ctx, await reviewedAttempt(ctx.db, attempt.id));
}
