import { personName } from "../person";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { endLease, leaseOf, takeLease } from "./lease-store";
import { LEASE_SECONDS } from "./model";
import { settledAlready } from "./open-attempt";
import type { ReviewRef } from "./review-inputs";
import { reviewedAttempt } from "./review-store";

type Opened = {
  /** The item is this person's until `until`; else somebody else looks at it. */
  mine: boolean;
  /** Who has it. */
  name: string;
  /** ISO 8601. */
  until: string;
};

/**
 * Opens an item of the review queue for one person: nobody else is given it until they leave, or
 * show no sign of life for two minutes. Called again, it is that sign. Nothing is told on the
 * timeline: looking changes nothing.
 *
 * @throws `conflict` when the draft is settled by now, saying by whom
 */
export async function openReview(ctx: Context, { attemptId }: ReviewRef): Promise<Opened> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const attempt = await reviewedAttempt(tx.db, attemptId);
    const { reviewState } = attempt;
    if (reviewState !== "held" && reviewState !== "flagged")
      throw await settledAlready(tx, attempt);
    if (reviewState === "flagged") requirePermission(tx, "draft.settle_flagged");
    const at = tx.now();
    const until = new Date(at.getTime() + LEASE_SECONDS * 1000);
    const mine = await takeLease(tx.db, { attemptId, personId, at, until });
    const lease = await leaseOf(tx.db, attemptId, at);
    return {
      mine: mine && lease?.personId === personId,
      name: (lease && (await personName(tx.db, lease.personId))) ?? "",
      until: (lease?.until ?? until).toISOString(),
    };
  });
}

/** Gives an item back to the queue. Somebody else's stays theirs. */
export async function leaveReview(
  ctx: Context,
  { attemptId }: ReviewRef,
): Promise<Record<string, never>> {
  requirePermission(ctx, "draft.settle_held");
  await endLease(ctx.db, attemptId, requirePerson(ctx));
  return {};
}
