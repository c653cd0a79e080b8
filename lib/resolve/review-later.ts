import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { endLease } from "./lease-store";
import { openAttempt } from "./open-attempt";
import type { PutOffInput } from "./review-inputs";
import { setLater } from "./review-store";

/** As long as a draft may be put off: days. A held one has a customer who waits. */
const LONGEST_DAYS = 14;
const DAY = 86_400_000; // ms

/**
 * Takes a draft out of the review queue until a time, or, with null, puts it back. It stays as it
 * is: whoever finds it elsewhere may settle it.
 *
 * @throws `conflict` when it is settled, or somebody else looks at it; `invalid` for other times
 */
export async function putOff(ctx: Context, input: PutOffInput): Promise<object> {
  requirePermission(ctx, "draft.settle_held");
  const personId = requirePerson(ctx);
  const until = input.until === null ? null : new Date(input.until);

  return transaction(ctx, async (tx) => {
    const ahead = until ? until.getTime() - tx.now().getTime() : 1;
    if (ahead <= 0 || ahead > LONGEST_DAYS * DAY) {
      throw new AppError("invalid", `Choose a time within ${LONGEST_DAYS} days.`, {
        fields: { until: [`is not within ${LONGEST_DAYS} days`] },
      });
    }
    const { attempt, ticket } = await openAttempt(tx, input.attemptId);
    await setLater(tx.db, attempt.id, until && { until, personId });
    await endLease(tx.db, attempt.id, personId);
    await recordEvent(tx, "review.put_off", {
      ticketId: ticket.id,
      attemptId: attempt.id,
      until: until?.toISOString() ?? null,
    });
    return {};
  });
}
