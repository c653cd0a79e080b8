import { getSetting } from "../desk";
import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { messageById, newerCustomerMessage } from "../ticket";
import { waitsForSecond } from "./four-eyes";
import { type OpenAttempt, settledAlready } from "./open-attempt";
import { reviewedAttempt, settleAttempt } from "./review-store";
import { sendApproved } from "./send-approved";
import { keepVerdict, refuseIfChanged, type Said } from "./verdict";

export type Settled = {
  /** `held`: it waits for a second person; `none`: it was taken over. */
  reviewState: "approved" | "corrected" | "rejected" | "held" | "none";
  /** The reply that is on its way; null when nothing is sent. */
  messageId: string | null;
  /** ISO 8601: until then it can be taken back, by `undoReply` where there is a message. */
  undoUntil: string | null;
};

/** What taking the reply back makes of the attempt that it settles. */
export const asBefore = ({ attempt }: OpenAttempt) => [
  { id: attempt.id, reviewState: attempt.reviewState, sentMessageId: attempt.sentMessageId },
];

/** What the person sends: other words than the draft's, or the draft as they have seen it. */
type Written = {
  text?: string | undefined;
  /** Clean HTML of `text`, where it has formatting. */
  html?: string | null;
  seen?: string | null | undefined;
  takeOver?: boolean | undefined;
};

/**
 * Sends a held draft, as it is or as the person has rewritten it, and settles its attempt. Where
 * two people must approve the same words, the first of them only says so.
 */
export async function sendDraft(
  ctx: Context,
  open: OpenAttempt,
  personId: string,
  { text: written, html, seen, takeOver }: Written,
): Promise<Settled> {
  const { attempt, ticket } = open;
  refuseIfChanged(attempt, seen);
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
  const said = { verdict: edited ? "correct" : "approve", text } as const;
  if (await waitsForSecond(ctx, open, personId, said)) {
    return { reviewState: "held", messageId: null, undoUntil: await undoableUntil(ctx) };
  }
  const sent = await sendApproved(ctx, {
    ticket,
    author: edited ? "agent" : "ai",
    personId,
    attemptId: attempt.id,
    settles: asBefore(open),
    text,
    html: html ?? null,
    takeOver,
    thenStatus: "resolved",
    because: edited ? "A person corrected the draft and sent it." : "A person approved the draft.",
  });
  const reviewState = edited ? "corrected" : "approved";
  const settlement = { reviewState, sentText: text, sentMessageId: sent.messageId } as const;
  await settleOrRefuse(ctx, attempt, personId, settlement, said);
  await recordEvent(ctx, "draft.approved", { ticketId: ticket.id, attemptId: attempt.id, edited });
  return { reviewState, ...sent };
}

/** A first approval sends nothing; it can be taken back as long as a reply could. */
async function undoableUntil(ctx: Context): Promise<string | null> {
  const seconds = await getSetting(ctx.db, "reply.undoSeconds");
  return seconds > 0 ? new Date(ctx.now().getTime() + seconds * 1000).toISOString() : null;
}

/**
 * Settles an open attempt as the person who decided, and keeps what they said.
 *
 * @throws `conflict` when somebody was faster
 */
export async function settleOrRefuse(
  ctx: Context,
  attempt: OpenAttempt["attempt"],
  personId: string,
  settlement: Parameters<typeof settleAttempt>[4],
  said: Said,
): Promise<void> {
  const by = { personId, at: ctx.now() };
  if (await settleAttempt(ctx.db, attempt.id, attempt.reviewState, by, settlement)) {
    return keepVerdict(ctx, attempt, personId, { ...said, settled: true });
  }
  throw await settledAlready(ctx, await reviewedAttempt(ctx.db, attempt.id));
}
