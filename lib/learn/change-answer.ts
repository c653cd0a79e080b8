import { recordEvent } from "../event";
import { changeAnswerState, putBack, rewordAnswer, setOwner } from "../knowledge";
import { AnswerRef, answerClass, EditAnswerInput, OwnerArticleInput } from "../knowledge/model";
import { type Context, requirePermission, transaction } from "../platform/context";
import { parseInput } from "../platform/parse";
import { changing } from "./changing-answer";

/** Lets everyone get an answer that one account got: the reviewer has read it. */
export async function releaseAnswer(ctx: Context, input: AnswerRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { answerId } = parseInput(AnswerRef, input);
  const answer = answerClass(answerId);
  await changing(ctx, { answerId, change: "released" }, async (tx, personId) => {
    await changeAnswerState(tx, { answerId, to: "released", personId });
    return {
      learned: [
        { type: "restored", id: answerId, answer },
        { type: "shared", id: answerId, answer, owner: null },
      ],
    };
  });
}

/** Takes an answer out of use at once; its history is kept. */
export async function retireAnswer(ctx: Context, input: AnswerRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { answerId } = parseInput(AnswerRef, input);
  await changing(ctx, { answerId, change: "retired" }, async (tx, personId) => {
    await changeAnswerState(tx, { answerId, to: "retired", personId });
    return { learned: [{ type: "retired", id: answerId, answer: answerClass(answerId) }] };
  });
}

/** Puts a retired answer back into use, for those who might get it before. */
export async function restoreAnswer(ctx: Context, input: AnswerRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { answerId } = parseInput(AnswerRef, input);
  const answer = answerClass(answerId);
  await changing(ctx, { answerId, change: "restored" }, async (tx) => {
    const owner = await putBack(tx, answerId);
    return {
      learned: [
        { type: "restored", id: answerId, answer },
        { type: "shared", id: answerId, answer, owner },
      ],
    };
  });
}

/** Gives an answer other words; what was accepted of the old ones counts no more. */
export async function editAnswer(ctx: Context, input: EditAnswerInput): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { answerId, text } = parseInput(EditAnswerInput, input);
  const answer = answerClass(answerId);
  await changing(ctx, { answerId, change: "edited" }, async (tx) => {
    await rewordAnswer(tx, { answerId, text });
    return { learned: [{ type: "restored", id: answerId, answer, anew: true }] };
  });
}

/** Says which article an answer belongs to. What is sent stays as it is, so nothing is learned. */
export async function setOwnerArticle(ctx: Context, input: OwnerArticleInput): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const owner = parseInput(OwnerArticleInput, input);
  await transaction(ctx, async (tx) => {
    await setOwner(tx, owner);
    await recordEvent(tx, "answer.changed", { answerId: owner.answerId, change: "edited" });
  });
}
