import { z } from "zod";
import { mergeInto, takeOut } from "../knowledge";
import { AnswerRef, answerClass, MergeAnswersInput } from "../knowledge/model";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { lastMerge } from "../predictor";
import type { Signal } from "../predictor/model";
import { changing } from "./changing-answer";

/** What the ledger keeps of a merge: enough to take it apart. */
const Kept = z.object({
  into: z.uuid(),
  uses: z.array(z.uuid()),
  answers: z.array(z.uuid()),
});

/**
 * Puts two answers together: the second keeps its words and its state, and has what the first was
 * used for. The predictor passes on what it knows at once.
 *
 * @throws `conflict` when that would show one account's words to another
 */
export async function mergeAnswers(ctx: Context, input: MergeAnswersInput): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { from, into } = parseInput(MergeAnswersInput, input);
  await changing(ctx, { answerId: from, change: "merged" }, async (tx) => {
    const { uses, answers, owner } = await mergeInto(tx, { from, into });
    return {
      learned: [...[from, ...answers].map((id) => passedOn(id, into)), sharedBy(into, owner)],
      kept: { into, uses, answers },
    };
  });
}

/**
 * Takes an answer out of the one that it was merged into. What was sent since stays with that one.
 *
 * @throws `conflict` when it is in no other, or that one has been merged further
 */
export async function unmergeAnswer(ctx: Context, input: AnswerRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { answerId: from } = parseInput(AnswerRef, input);
  await changing(ctx, { answerId: from, change: "restored" }, async (tx) => {
    const merge = Kept.safeParse(await lastMerge(tx.db, answerClass(from))).data;
    if (!merge) throw new AppError("conflict", "This answer is part of no other.");
    const { into, answers } = merge;
    const owners = await takeOut(tx, { from, ...merge });
    const own: Signal = {
      type: owners.state === "retired" ? "retired" : "restored",
      id: from,
      answer: answerClass(from),
    };
    return {
      learned: [
        own,
        ...answers.map((id) => passedOn(id, from)),
        sharedBy(from, owners.from),
        sharedBy(into, owners.into),
      ],
    };
  });
}

const passedOn = (id: string, to: string): Signal => ({
  type: "retired",
  id,
  answer: answerClass(id),
  replacedBy: answerClass(to),
});

const sharedBy = (id: string, owner: string | null): Signal => ({
  type: "shared",
  id,
  answer: answerClass(id),
  owner,
});
