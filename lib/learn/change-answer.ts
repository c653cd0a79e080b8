import { recordEvent } from "../event";
import { changeAnswerState } from "../knowledge";
import { AnswerRef, type AnswerState, answerClass } from "../knowledge/model";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { appendSignal, lockLedger } from "../predictor";
import type { Signal } from "../predictor/model";

/** Lets everyone get an answer that one account got: the reviewer has read it. */
export const releaseAnswer = (ctx: Context, input: AnswerRef) => change(ctx, input, "released");

/** Takes an answer out of use at once; its history is kept. */
export const retireAnswer = (ctx: Context, input: AnswerRef) => change(ctx, input, "retired");

async function change(
  ctx: Context,
  input: AnswerRef,
  to: Extract<AnswerState, "released" | "retired">,
): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const personId = requirePerson(ctx);
  const { answerId } = parseInput(AnswerRef, input);

  await transaction(ctx, async (tx) => {
    await lockLedger(tx.db);
    await changeAnswerState(tx, { answerId, to, personId });
    const answer = answerClass(answerId);
    const learned: Signal[] =
      to === "retired"
        ? [{ type: "retired", id: answerId, answer }]
        : [
            { type: "restored", id: answerId, answer },
            { type: "shared", id: answerId, answer, owner: null },
          ];
    await appendSignal(tx.db, {
      key: `answer:${to}:${newId()}`,
      kind: "answer",
      personId,
      subject: answer,
      payload: { answerId, change: to },
      learned,
      createdAt: tx.now(),
    });
    await recordEvent(tx, "answer.changed", { answerId, change: to });
  });
}
