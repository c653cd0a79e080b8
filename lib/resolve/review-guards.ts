import { personName } from "../person";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { leaseOf } from "./lease-store";
import { openLook } from "./second-look-store";

/** @throws `conflict` when somebody else looks at it at this moment, saying who */
export async function refuseIfLeased(
  ctx: Context,
  attemptId: string,
  personId: string,
): Promise<void> {
  const lease = await leaseOf(ctx.db, attemptId, ctx.now());
  if (!lease || lease.personId === personId) return;
  const name = (await personName(ctx.db, lease.personId)) ?? "Somebody else";
  throw new AppError("conflict", `${name} is looking at this draft now.`);
}

/** @throws `conflict` for whoever asked another one to decide */
export async function refuseIfAsked(
  ctx: Context,
  attemptId: string,
  personId: string,
): Promise<void> {
  const look = await openLook(ctx.db, attemptId);
  if (look?.askedBy !== personId) return;
  const name = look.askedOf && (await personName(ctx.db, look.askedOf));
  throw new AppError(
    "conflict",
    `You have asked ${name || "another reviewer"} for a second look: theirs is the word that counts.`,
  );
}
