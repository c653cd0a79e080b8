import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { written } from "../ticket";
import { type OpenAttempt, openAttempt } from "./open-attempt";
import type { CorrectDraftInput } from "./review-inputs";
import { type OnItsWay, sendApproved } from "./send-approved";
import { asBefore, type Settled, sendDraft, settleOrRefuse } from "./send-draft";
import { refuseIfChanged } from "./verdict";

/**
 * Sends a better text than the AI's: instead of a held draft, or as a follow-up to a flagged reply
 * that the customer has already got.
 *
 * @throws `conflict` when somebody was faster, the draft is stale, or there is nowhere to send it
 */
export async function correctDraft(ctx: Context, input: CorrectDraftInput): Promise<Settled> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);
  const { text, html } = written(input);

  return transaction(ctx, async (tx) => {
    const open = await openAttempt(tx, input.attemptId);
    if (open.attempt.reviewState === "held") {
      return sendDraft(tx, open, personId, {
        text,
        html,
        seen: input.seen,
        takeOver: input.takeOver,
      });
    }
    refuseIfChanged(open.attempt, input.seen);
    return correctSent(tx, open, personId, { text, html, takeOver: input.takeOver });
  });
}

type FollowUp = { text: string; html: string | null; takeOver: boolean | undefined };

/** Sends a follow-up to a flagged reply, which is settled by it. Call it with the ticket locked. */
export async function correctSent(
  ctx: Context,
  open: OpenAttempt,
  personId: string,
  { text, html, takeOver }: FollowUp,
): Promise<OnItsWay & { reviewState: "corrected" }> {
  const { attempt, ticket } = open;
  const sent = await sendApproved(ctx, {
    ticket,
    author: "agent",
    personId,
    attemptId: attempt.id,
    settles: asBefore(open),
    text,
    html,
    takeOver,
    thenStatus: "resolved",
    because: "A reviewer corrected the reply that was sent.",
  });
  const settlement = { reviewState: "corrected", sentText: text } as const;
  const said = { verdict: "correct", text } as const;
  await settleOrRefuse(
    ctx,
    attempt,
    personId,
    { ...settlement, sentMessageId: sent.messageId },
    said,
  );
  await recordEvent(ctx, "draft.approved", {
    ticketId: ticket.id,
    attemptId: attempt.id,
    edited: true,
  });
  return { reviewState: "corrected", ...sent };
}
