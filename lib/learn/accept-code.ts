import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { acceptHeldCode } from "../predictor";
import { ENGINE_VERSION } from "../predictor/model";

/**
 * Lets the desk answer by itself again although the program, since its update, gets more corrected
 * tickets wrong than before.
 *
 * @throws `conflict` when nothing is held for that
 */
export async function acceptCode(ctx: Context): Promise<void> {
  requirePermission(ctx, "ai.write");
  const personId = requirePerson(ctx);

  await transaction(ctx, async (tx) => {
    const number = await acceptHeldCode(tx.db, ENGINE_VERSION, { personId, at: tx.now() });
    if (number === null) throw new AppError("conflict", "Somebody has accepted it already.");
    await recordEvent(tx, "model.promoted", { number });
  });
}
