import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { dropSnapshotsFrom, lockLedger, versionByNumber } from "../predictor";
import { VersionRef } from "./model";
import { recordSignal } from "./record-signal";

/**
 * Goes back to what the desk knew at a version: what it was taught since counts no more, changes of
 * articles and answers stay. It is itself a signal of the ledger, so undoing that goes forward again.
 */
export async function rollBackModel(ctx: Context, input: VersionRef): Promise<void> {
  requirePermission(ctx, "ai.write");
  const personId = requirePerson(ctx);
  const { number } = parseInput(VersionRef, input);

  await transaction(ctx, async (tx) => {
    await lockLedger(tx.db);
    const { upToSeq } = await versionByNumber(tx.db, number);
    await recordSignal(tx, {
      key: `rolled_back:${newId()}`,
      kind: "rolled_back",
      personId,
      payload: { number, upToSeq },
      createdAt: tx.now(),
    });
    await dropSnapshotsFrom(tx.db, upToSeq + 1);
    await recordEvent(tx, "model.rolled_back", { number });
  });
}
