import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { clearWriting } from "../presence";
import { endLease, leaseOf } from "./lease-store";
import { editDistance, type RejectReason, type Verdict } from "./model";
import type { ReviewedAttempt } from "./review-store";
import { settleLook } from "./second-look-store";
import { insertVerdict } from "./verdict-store";

/** Characters of a text that are compared: the work grows with the square. */
const COMPARED = 4000;
/** Longer than anybody looks at one draft; the rest is a tab left open. Seconds. */
const LONGEST = 3600;

/** What a person said of a draft. */
export type Said = {
  verdict: Verdict;
  /** The words that go out by it; null where nothing is sent. */
  text: string | null;
  reason?: RejectReason;
  note?: string;
};

/** Keeps a person's word on a draft, with how long they looked and how much they changed. */
export async function keepVerdict(
  ctx: Context,
  attempt: ReviewedAttempt,
  personId: string,
  said: Said & { settled: boolean },
): Promise<void> {
  const { verdict, text, reason, note = "", settled } = said;
  const lease = await leaseOf(ctx.db, attempt.id, ctx.now());
  const seconds =
    lease?.personId === personId
      ? Math.round((ctx.now().getTime() - lease.since.getTime()) / 1000)
      : null;
  // A follow-up to what was sent already is another text, not a change of it.
  const edits = attempt.reviewState === "held" && text !== null && attempt.draft !== null;
  await insertVerdict(ctx.db, {
    id: newId(),
    attemptId: attempt.id,
    personId,
    verdict,
    text,
    reason: reason ?? null,
    note,
    editShare: edits ? editShare(attempt.draft ?? "", text) : null,
    seconds: seconds === null ? null : Math.min(LONGEST, Math.max(0, seconds)),
    settled,
    createdAt: ctx.now(),
  });
  if (verdict === "correct" || verdict === "reject") {
    await clearWriting(ctx, { ticketId: attempt.ticketId, kind: `draft.${attempt.id}` });
  }
  await endLease(ctx.db, attempt.id, settled ? undefined : personId);
  if (settled) await settleLook(ctx.db, attempt.id, ctx.now());
}

/** Share of the draft's characters that were changed, 0..1; 1 also when it is more. */
export function editShare(draft: string, sent: string): number {
  const [before, after] = [draft, sent].map((text) => text.trim().slice(0, COMPARED));
  if (before === undefined || after === undefined || before === after) return 0;
  if (before.length === 0) return 1;
  return (editDistance(before, after, before.length) ?? before.length) / before.length;
}

/** What is settled is what the person has read. @throws `conflict` when it reads otherwise now */
export function refuseIfChanged(attempt: ReviewedAttempt, seen: string | null | undefined): void {
  if (seen === undefined || seen === (attempt.sentText ?? attempt.draft)) return;
  throw new AppError(
    "conflict",
    "This draft reads otherwise than when you opened it. Nothing was sent; read it again.",
  );
}
