import { setOutcome, settleState, setUseUndone } from "../knowledge";
import { classOf } from "../knowledge/model";
import type { Context } from "../platform/context";
import { dropSnapshotsFrom, lockLedger, markUndone, type SignalRow } from "../predictor";
import { unsettle } from "./model-outcome";
import { recordSignal } from "./record-signal";

/** Kinds that say that a reply was given: without them it is no use of its answer. */
const GIVEN: readonly SignalRow["kind"][] = ["answered", "approved", "edited"];
const OUTCOMES: readonly SignalRow["kind"][] = ["reopened", "escalated", "confirmed", "quiet"];

/**
 * Takes back the effect of a signal, on what is learned and on what may be sent. The row stays in
 * the ledger, with another that tells of it; each process then builds its state again.
 *
 * @returns false when it was taken back before
 */
export async function takeBack(
  ctx: Context,
  signal: SignalRow,
  personId: string | null,
): Promise<boolean> {
  await lockLedger(ctx.db);
  if (!(await markUndone(ctx.db, signal.id, { personId, at: ctx.now() }))) return false;
  const { messageId, subject } = signal;
  if (messageId && GIVEN.includes(signal.kind)) await setUseUndone(ctx.db, messageId, ctx.now());
  if (messageId && OUTCOMES.includes(signal.kind)) await setOutcome(ctx.db, messageId, null);
  if (signal.attemptId) await unsettle(ctx, signal.attemptId);
  const of = subject ? classOf(subject) : null;
  const owner = of && "answerId" in of ? await settleState(ctx, of.answerId) : undefined;
  await recordSignal(ctx, {
    key: `undone:${signal.id}`,
    kind: "undone",
    ticketId: signal.ticketId,
    personId,
    subject,
    payload: { signalId: signal.id, kind: signal.kind, seq: signal.seq },
    // An answer that only one account is left with is that account's own again.
    learned:
      subject && owner !== undefined
        ? [{ type: "shared", id: signal.id, answer: subject, owner }]
        : [],
    demo: signal.demo,
    createdAt: ctx.now(),
  });
  await dropSnapshotsFrom(ctx.db, signal.seq);
  return true;
}
