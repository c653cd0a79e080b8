import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { isReviewer } from "../review";
import { endLease } from "./lease-store";
import { openAttempt } from "./open-attempt";
import type { AskSecondLookInput, ReviewRef } from "./review-inputs";
import { insertLook, settleLook } from "./second-look-store";

/**
 * Asks another reviewer, or any other, to look at a draft: theirs is then the word that settles it.
 *
 * @throws `conflict` when somebody is asked already; `invalid` when that person is no reviewer
 */
export async function askSecondLook(ctx: Context, input: AskSecondLookInput): Promise<object> {
  requirePermission(ctx, "draft.settle_held");
  const askedBy = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const { attempt, ticket } = await openAttempt(tx, input.attemptId);
    const askedOf = input.personId;
    if (askedOf === askedBy || (askedOf && !(await isReviewer(tx.db, askedOf)))) {
      throw new AppError("invalid", "Choose another reviewer.", {
        fields: { personId: ["is not another reviewer"] },
      });
    }
    const stored = await insertLook(tx.db, {
      id: newId(),
      attemptId: attempt.id,
      askedBy,
      askedOf,
      note: input.note,
      createdAt: tx.now(),
    });
    if (!stored)
      throw new AppError("conflict", "A second look at this draft is asked for already.");
    await endLease(tx.db, attempt.id, askedBy);
    await recordEvent(tx, "review.asked", {
      ticketId: ticket.id,
      attemptId: attempt.id,
      personId: askedOf,
    });
    return {};
  });
}

/** Whoever asked looks after all. Does nothing when the look was given or withdrawn. */
export async function withdrawSecondLook(ctx: Context, input: ReviewRef): Promise<object> {
  requirePermission(ctx, "draft.settle_held");
  const askedBy = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const { attempt, ticket } = await openAttempt(tx, input.attemptId, { evenIfAsked: true });
    if (!(await settleLook(tx.db, attempt.id, tx.now(), askedBy))) return {};
    await recordEvent(tx, "review.asked", {
      ticketId: ticket.id,
      attemptId: attempt.id,
      personId: null,
      withdrawn: true,
    });
    return {};
  });
}
