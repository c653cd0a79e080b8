import { z } from "zod";
import { deleteOrphans } from "../knowledge";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { dropSnapshotsFrom, lockLedger } from "../predictor";
import { recordSignal } from "./record-signal";

/**
 * After rows of the ledger went with their tickets: what is left is the new truth, so every state is
 * built again. Safe to repeat: building again gives the same.
 */
export const rebuildAfterErasure = defineJob({
  name: "learn.erased",
  payload: z.object({ tickets: z.number() }),
  run: (ctx) =>
    transaction(ctx, async (tx) => {
      await lockLedger(tx.db);
      await deleteOrphans(tx.db);
      const at = tx.now();
      await recordSignal(tx, {
        key: `erased:${at.toISOString()}`,
        kind: "erased",
        createdAt: at,
      });
      await dropSnapshotsFrom(tx.db, 0);
      return "to be built again";
    }),
});
