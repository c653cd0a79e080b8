import { personName } from "../person";
import { ago } from "../platform/ago";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { claimReply } from "../presence";
import { refuseIfAsked, refuseIfLeased } from "./review-guards";
import { type HeldAttempt, heldOf } from "./review-store";

type Sending = { ticketId: string; personId: string; takeOver: boolean | undefined };

/**
 * Two replies can't cross: whoever sends ends the reply that they hold, and waits for nobody's. Call
 * it with the ticket locked.
 *
 * @throws `conflict` when somebody else is replying, unless it is taken over
 */
export async function refuseIfReplying(
  ctx: Context,
  { ticketId, personId, takeOver = false }: Sending,
): Promise<void> {
  const at = ctx.now();
  const other = await claimReply(ctx.db, { ticketId, personId, at, takeOver });
  if (!other) return;
  const name = (await personName(ctx.db, other.personId)) ?? "Somebody else";
  throw new AppError(
    "conflict",
    `${name} began to reply to this ticket ${ago(other.since, at)}. Nothing was sent: take the reply over to send yours.`,
    { fields: { takeOver: ["is needed"] } },
  );
}

/**
 * The held drafts that a person's own reply would set aside.
 *
 * @throws `conflict` when somebody looks at one in the review, or the person has asked another one
 */
export async function heldForReply(
  ctx: Context,
  ticketId: string,
  personId: string,
): Promise<HeldAttempt[]> {
  const held = await heldOf(ctx.db, ticketId);
  for (const { id } of held) {
    await refuseIfLeased(ctx, id, personId);
    await refuseIfAsked(ctx, id, personId);
  }
  return held;
}
