import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { countedAccountsOf, everyAccountOf, leadTo, moveUses } from "./answer-merge-store";
import { type Answer, lockItself, updateAnswer } from "./answer-store";
import type { MergeAnswersInput } from "./model";
import { settleState } from "./record-use";

/** What a merge moved, to take it apart again. */
export type Moved = {
  /** Uses, and answers that had been merged into the one that went. */
  uses: string[];
  answers: string[];
};

/**
 * Puts an answer into another, which keeps its words and its state: uses go over, and replies in the
 * old words count for it. Call it inside a transaction that holds the ledger's lock.
 *
 * @returns what went over, and the account that the other is private to
 * @throws `conflict` when it is not possible, or would show one account's words to another
 */
export async function mergeInto(
  ctx: Context,
  { from, into }: MergeAnswersInput,
): Promise<Moved & { owner: string | null }> {
  if (from === into) throw new AppError("conflict", "An answer can't be merged into itself.");
  const ids = [from, into].sort(); // in one order, so that two merges wait for each other
  for (const id of ids) await lockItself(ctx.db, id);
  const source = await lockItself(ctx.db, from);
  const target = await lockItself(ctx.db, into);
  await refuse(ctx, source, target);
  const uses = await moveUses(ctx.db, { from, into });
  const answers = await leadTo(ctx.db, { from, into });
  await updateAnswer(ctx.db, from, { mergedIntoId: into, updatedAt: ctx.now() });
  await updateAnswer(ctx.db, into, { updatedAt: ctx.now() });
  return { uses, answers, owner: await settleState(ctx, into) };
}

async function refuse(ctx: Context, source: Answer, target: Answer): Promise<void> {
  const conflict = (why: string) => new AppError("conflict", why);
  if (source.mergedIntoId) throw conflict("This answer is part of another one already.");
  if (target.mergedIntoId) throw conflict("The other answer is itself part of another one.");
  if (target.state === "retired") {
    throw conflict("The other answer is retired: restore it first.");
  }
  if (source.language && target.language && source.language !== target.language) {
    throw conflict("They are in different languages.");
  }
  if (target.state !== "private") return;
  // Whoever has got the one would get the other's words.
  const own = await countedAccountsOf(ctx.db, target.id);
  const theirs = await everyAccountOf(ctx.db, source.id);
  if (theirs.some((account) => !own.includes(account))) {
    throw conflict(
      "The other answer is private to another account. Read it and release it first, or merge the other way round.",
    );
  }
}

/**
 * Takes an answer out of another again, with what had come with it. What was sent since stays with
 * the other. Call it inside a transaction that holds the ledger's lock.
 *
 * @returns the account that each is private to
 * @throws `conflict` when the other has been merged further
 */
export async function takeOut(
  ctx: Context,
  { from, into, uses, answers }: MergeAnswersInput & Moved,
): Promise<{ from: string | null; into: string | null; state: Answer["state"] }> {
  const source = await lockItself(ctx.db, from);
  if (source.mergedIntoId !== into) {
    throw new AppError("conflict", "What it was merged into is part of another one: begin there.");
  }
  await lockItself(ctx.db, into);
  await updateAnswer(ctx.db, from, { mergedIntoId: null, updatedAt: ctx.now() });
  await moveUses(ctx.db, { from: into, into: from, only: uses });
  await leadTo(ctx.db, { from: into, into: from, only: answers });
  const owner = await settleState(ctx, from);
  return { from: owner, into: await settleState(ctx, into), state: source.state };
}
