import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { LinkArticleInput, QuestionGroupRef } from "./model";
import { groupById, setGroupArticle, setGroupState } from "./question-store";
import { articleById } from "./store";

/**
 * Says that questions of a kind need no answer: the group leaves the list, and later ones of its
 * kind are counted in it without bringing it back.
 *
 * @throws `conflict` when somebody has
 */
export async function dismissGroup(ctx: Context, input: QuestionGroupRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { groupId } = parseInput(QuestionGroupRef, input);
  await transaction(ctx, async (tx) => {
    const change = { from: ["open", "answered"], to: "dismissed", at: tx.now() } as const;
    if (!(await setGroupState(tx.db, groupId, change))) {
      await groupById(tx.db, groupId);
      throw new AppError("conflict", "Somebody has dismissed this group already.");
    }
    await recordEvent(tx, "question_group.changed", { groupId, change: "dismissed" });
  });
}

/** Takes a dismissal back. @throws `conflict` when it is not dismissed */
export async function reopenGroup(ctx: Context, input: QuestionGroupRef): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { groupId } = parseInput(QuestionGroupRef, input);
  await transaction(ctx, async (tx) => {
    const change = { from: ["dismissed"], to: "open", at: tx.now() } as const;
    if (!(await setGroupState(tx.db, groupId, change))) {
      await groupById(tx.db, groupId);
      throw new AppError("conflict", "This group is open.");
    }
    await recordEvent(tx, "question_group.changed", { groupId, change: "reopened" });
  });
}

/** Says that an article was written for a group. The same one again changes nothing. */
export async function linkArticle(ctx: Context, input: LinkArticleInput): Promise<void> {
  requirePermission(ctx, "knowledge.write");
  const { groupId, articleId } = parseInput(LinkArticleInput, input);
  await transaction(ctx, async (tx) => {
    await groupById(tx.db, groupId);
    if (!(await articleById(tx.db, articleId))) {
      throw new AppError("not_found", "There is no such article.");
    }
    if (!(await setGroupArticle(tx.db, groupId, articleId, tx.now()))) return;
    await recordEvent(tx, "question_group.changed", { groupId, change: "article_linked" });
  });
}
