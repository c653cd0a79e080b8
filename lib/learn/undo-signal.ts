import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { signalById } from "../predictor";
import { FACT_KINDS } from "../predictor/model";
import { SignalRef } from "./model";
import { takeBack } from "./take-back";

/**
 * Takes one signal of the ledger back: the desk then answers as if it had never been told.
 *
 * @throws `conflict` when somebody has, or when it tells how things are: an article has its own page
 */
export async function undoSignal(ctx: Context, input: SignalRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const personId = requirePerson(ctx);
  const { signalId } = parseInput(SignalRef, input);

  await transaction(ctx, async (tx) => {
    const signal = await signalById(tx.db, signalId);
    if (signal.kind !== "rolled_back" && [...FACT_KINDS, "erased"].includes(signal.kind)) {
      throw new AppError(
        "conflict",
        "This can't be taken back here: change the article or answer.",
      );
    }
    if (!(await takeBack(tx, signal, personId))) {
      throw new AppError("conflict", "Somebody has taken this back already.");
    }
    const { ticketId, kind } = signal;
    await recordEvent(tx, "signal.undone", { signalId, kind, ...(ticketId && { ticketId }) });
  });
}
