import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { forgetAccepted } from "./answer-merge-store";
import { type Answer, accountsOf, lockItself, updateAnswer } from "./answer-store";
import type { AnswerState, EditAnswerInput, OwnerArticleInput } from "./model";
import { LEAST_WORDS } from "./record-use";
import { splitSentences } from "./split-passages";
import { articleById } from "./store";
import { maskOf, piecesOf } from "./template";

/**
 * Gives an answer other words. What people had accepted was not these: that count begins again.
 * Call it inside a transaction.
 *
 * @throws `not_found`; `conflict` when it is not in use; `invalid` when it says too little
 */
export async function rewordAnswer(
  ctx: Context,
  { answerId, text }: EditAnswerInput,
): Promise<void> {
  const answer = await inUse(ctx, answerId);
  if (answer.text === text) throw new AppError("conflict", "It says this already.");
  if (maskOf(text).split(" ").length < LEAST_WORDS) {
    throw new AppError("invalid", "It says too little to be an answer.", {
      fields: { text: [`write at least ${LEAST_WORDS} words`] },
    });
  }
  const sentenceKeys = piecesOf(text, splitSentences).map(({ key }) => key);
  await updateAnswer(ctx.db, answer.id, { text, sentenceKeys, updatedAt: ctx.now() });
  await forgetAccepted(ctx.db, answer.id);
}

/** Says which article an answer belongs to. Call it inside a transaction. @throws `not_found` */
export async function setOwner(
  ctx: Context,
  { answerId, articleId }: OwnerArticleInput,
): Promise<void> {
  const answer = await standing(ctx, answerId);
  if (articleId && !(await articleById(ctx.db, articleId))) {
    throw new AppError("not_found", "There is no such article.");
  }
  await updateAnswer(ctx.db, answer.id, { articleId, updatedAt: ctx.now() });
}

/**
 * Puts a retired answer back into use, for those who might get it before. Call it inside a
 * transaction.
 *
 * @returns the account that it is private to; null when it is nobody's
 * @throws `not_found`; `conflict` when it is not retired
 */
export async function putBack(ctx: Context, answerId: string): Promise<string | null> {
  const answer = await lockItself(ctx.db, answerId);
  if (answer.mergedIntoId || answer.state !== "retired") {
    throw new AppError("conflict", "This answer is not retired.");
  }
  const accounts = await accountsOf(ctx.db, answerId);
  const released = accounts.length > 1 || answer.releasedBy !== null;
  const state: AnswerState = released ? "released" : "private";
  await updateAnswer(ctx.db, answerId, { state, updatedAt: ctx.now() });
  return released ? null : (accounts[0] ?? null);
}

async function standing(ctx: Context, answerId: string): Promise<Answer> {
  const answer = await lockItself(ctx.db, answerId);
  if (answer.mergedIntoId) throw new AppError("conflict", "It is part of another answer by now.");
  return answer;
}

async function inUse(ctx: Context, answerId: string): Promise<Answer> {
  const answer = await standing(ctx, answerId);
  if (answer.state === "retired") {
    throw new AppError("conflict", "This answer is retired: restore it first.");
  }
  return answer;
}
