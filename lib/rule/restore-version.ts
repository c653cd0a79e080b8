import type { z } from "zod";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { rowsOf } from "./drafts";
import { RestoreVersion } from "./model";
import { putInForce } from "./save-rules";
import { lockRules, newestVersion, ruleRows, versionByNumber } from "./store";

/**
 * Goes back to the rules of an earlier version, as a new one: what is in force now stays in the
 * list, and can be gone back to in turn. @throws `not_found`
 */
export async function restoreVersion(
  ctx: Context,
  input: z.input<typeof RestoreVersion>,
): Promise<{ version: number }> {
  requirePermission(ctx, "rules.write");
  const { number } = parseInput(RestoreVersion, input);
  return transaction(ctx, async (tx) => {
    await lockRules(tx.db);
    const version = await versionByNumber(tx.db, number);
    if (!version) throw new AppError("not_found", `There is no version ${number}.`);
    const stored = await ruleRows(tx.db);
    return putInForce(tx, {
      rows: rowsOf(version, stored, tx.now()),
      stored,
      newest: await newestVersion(tx.db),
      comment: `Back to version ${number}.`,
      restoredFrom: number,
    });
  });
}
