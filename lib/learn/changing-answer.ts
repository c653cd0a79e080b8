import { recordEvent } from "../event";
import type { EventPayload } from "../event/model";
import { answerClass } from "../knowledge/model";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { lockLedger } from "../predictor";
import type { Signal } from "../predictor/model";
import { recordSignal } from "./record-signal";

type Change = EventPayload<"answer.changed">;

/** What a change teaches the predictor, and what the ledger keeps of it. */
type Lesson = { learned: Signal[]; kept?: Record<string, unknown> };

/**
 * Changes an answer for a reviewer: under the lock of the ledger, with a signal of what changed, so
 * that the next prediction knows.
 */
export async function changing(
  ctx: Context,
  { answerId, change }: Change,
  work: (tx: Context, personId: string) => Promise<Lesson>,
): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const personId = requirePerson(ctx);
  await transaction(ctx, async (tx) => {
    await lockLedger(tx.db);
    const { learned, kept } = await work(tx, personId);
    await recordSignal(tx, {
      key: `answer:${change}:${newId()}`,
      kind: "answer",
      personId,
      subject: answerClass(answerId),
      payload: { answerId, change, ...kept },
      learned,
      createdAt: tx.now(),
    });
    await recordEvent(tx, "answer.changed", { answerId, change });
  });
}
