import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { PolicyInput, PolicyOrder, PolicyRef } from "./model";
import {
  knownCalendars,
  lockSla,
  nextPosition,
  policyById,
  policyRows,
  putPolicy,
  setPosition,
} from "./store";

/** Makes a policy, at the end of all, or changes one. Clocks of open tickets follow, as a job. */
export async function savePolicy(ctx: Context, input: PolicyInput): Promise<{ policyId: string }> {
  requirePermission(ctx, "rules.write");
  const { policyId, ...content } = parseInput(PolicyInput, input);
  return transaction(ctx, async (tx) => {
    await lockSla(tx.db);
    const before = policyId === undefined ? null : await policyById(tx.db, policyId);
    if (policyId !== undefined && (!before || before.archivedAt)) throw gone();
    const { calendarId } = content;
    const known = calendarId === null || (await knownCalendars(tx.db, [calendarId])).length > 0;
    if (!known) {
      const calendar = ["is put away, or gone"];
      throw new AppError("invalid", "That calendar is not there any more.", {
        fields: { calendarId: calendar },
      });
    }
    const id = policyId ?? newId();
    const now = tx.now();
    const position = before?.position ?? (await nextPosition(tx.db));
    const times = { createdAt: before?.createdAt ?? now, updatedAt: now, archivedAt: null };
    await putPolicy(tx.db, { id, position, ...content, ...times });
    const change = before ? "edited" : "created";
    await recordEvent(tx, "sla.changed", { kind: "policy", id, name: content.name, change });
    return { policyId: id };
  });
}

/** Takes a policy away: what it covered gets the next that matches. Safe to repeat. */
export const removePolicy = (ctx: Context, input: PolicyRef) => setArchived(ctx, input, true);
/** Brings it back to its place. */
export const restorePolicy = (ctx: Context, input: PolicyRef) => setArchived(ctx, input, false);

async function setArchived(ctx: Context, input: PolicyRef, archived: boolean): Promise<void> {
  requirePermission(ctx, "rules.write");
  const { policyId } = parseInput(PolicyRef, input);
  await transaction(ctx, async (tx) => {
    await lockSla(tx.db);
    const policy = await policyById(tx.db, policyId);
    if (!policy) throw gone();
    if ((policy.archivedAt !== null) === archived) return;
    const now = tx.now();
    await putPolicy(tx.db, { ...policy, updatedAt: now, archivedAt: archived ? now : null });
    const change = archived ? "removed" : "restored";
    const { id, name } = policy;
    await recordEvent(tx, "sla.changed", { kind: "policy", id, name, change });
  });
}

/**
 * Puts policies in another order: the first that matches a ticket holds.
 *
 * @throws `conflict` when the list names other policies than there are: somebody was faster
 */
export async function orderPolicies(ctx: Context, input: PolicyOrder): Promise<void> {
  requirePermission(ctx, "rules.write");
  const { policyIds } = parseInput(PolicyOrder, input);
  await transaction(ctx, async (tx) => {
    await lockSla(tx.db);
    const now = (await policyRows(tx.db)).map(({ id }) => id);
    if (now.join() === policyIds.join()) return;
    if (now.toSorted().join() !== policyIds.toSorted().join()) {
      throw new AppError("conflict", "Somebody has changed the policies meanwhile. Look again.");
    }
    for (const [index, id] of policyIds.entries()) {
      await setPosition(tx.db, id, index + 1, tx.now());
    }
    const order = { kind: "policy", id: null, name: "", change: "reordered" } as const;
    await recordEvent(tx, "sla.changed", order);
  });
}

const gone = () => new AppError("not_found", "There is no such policy any more.");
