import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answers, answerUses } from "@/db/schema/knowledge";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { answeredByHand, asked, CRASH_ANSWER, CRASHES, NEW_CRASH } from "@/db/testing/learning";
import { makeArticle } from "@/db/testing/make";
import {
  editAnswer,
  releaseAnswer,
  restoreAnswer,
  retireAnswer,
  setOwnerArticle,
} from "./change-answer";
import { mergeAnswers, unmergeAnswer } from "./merge-answers";

/** The same advice in other words. */
const OTHER_WORDS =
  "Get the newest version out of the store. Afterwards go to Settings and press Reload maps there.";
const [ONE = "", TWO = "", THREE = ""] = CRASHES;

const answerOf = async (ctx: TestContext, words: string) => {
  const rows = await ctx.db.select().from(answers);
  const found = rows.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no answer says ${words}`);
  return found;
};
const usesOf = (ctx: TestContext, answerId: string) =>
  ctx.db.select().from(answerUses).where(eq(answerUses.answerId, answerId));
const draftFor = async (ctx: TestContext, account: string) =>
  (await asked(ctx, NEW_CRASH, { account })).last?.draft ?? "";

/** One answer sent to `acme`, another to `other` in other words. */
async function twoAnswers() {
  const ctx = await makeContext({ role: "reviewer" });
  await answeredByHand(ctx, ONE, CRASH_ANSWER, { account: "acme" });
  await answeredByHand(ctx, TWO, OTHER_WORDS, { account: "other" });
  const from = await answerOf(ctx, "Get the newest version");
  const into = await answerOf(ctx, "Please update the app");
  return { ctx, from, into };
}

describe("answers that are put together", { timeout: 120_000 }, () => {
  test("count as one, which keeps its words; taken apart, each has its own again", async () => {
    const { ctx, from, into } = await twoAnswers();
    await releaseAnswer(ctx, { answerId: into.id });

    await mergeAnswers(ctx, { from: from.id, into: into.id });

    expect(await usesOf(ctx, from.id)).toHaveLength(0);
    expect(await usesOf(ctx, into.id)).toHaveLength(2);
    expect(await answerOf(ctx, "Please update the app")).toMatchObject({ state: "released" });
    const draft = await draftFor(ctx, "third");
    expect(draft).toContain("Please update the app");
    expect(draft).not.toContain("Get the newest version");
    // The old words, sent once more, count for the one that is left.
    await answeredByHand(ctx, THREE, OTHER_WORDS, { account: "fourth" });
    expect(await usesOf(ctx, into.id)).toHaveLength(3);

    await unmergeAnswer(ctx, { answerId: from.id });

    expect(await usesOf(ctx, from.id)).toHaveLength(1);
    expect(await usesOf(ctx, into.id)).toHaveLength(2);
    expect(await answerOf(ctx, "Get the newest")).toMatchObject({
      state: "private",
      mergedIntoId: null,
    });
    await expect(unmergeAnswer(ctx, { answerId: from.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("never show one account what was private to another", async () => {
    const { ctx, from, into } = await twoAnswers();

    await expect(mergeAnswers(ctx, { from: from.id, into: into.id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("private to another account"),
    });

    // The private words go into released ones, and are seen no more.
    await releaseAnswer(ctx, { answerId: from.id });
    await mergeAnswers(ctx, { from: into.id, into: from.id });
    const draft = await draftFor(ctx, "third");
    expect(draft).toContain("Get the newest version");
    expect(draft).not.toContain("Please update the app");
  });

  test("of one account stay its own, also when another gets the old words", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const secret = `${CRASH_ANSWER} Your admin Petra has the key in her drawer by the window.`;
    await answeredByHand(ctx, ONE, secret, { account: "acme" });
    await answeredByHand(ctx, TWO, OTHER_WORDS, { account: "acme" });
    const into = await answerOf(ctx, "Petra");
    const from = await answerOf(ctx, "Get the newest version");
    await mergeAnswers(ctx, { from: from.id, into: into.id });

    await answeredByHand(ctx, THREE, OTHER_WORDS, { account: "other" });

    expect(await answerOf(ctx, "Petra")).toMatchObject({ state: "private" });
    for (const account of ["other", "third"]) {
      expect(await draftFor(ctx, account)).not.toContain("Petra");
    }
  });

  test("are refused where it makes no sense, and to agents", async () => {
    const { ctx, from, into } = await twoAnswers();
    const both = { from: from.id, into: into.id };
    const agent = await as(ctx, { role: "agent" });
    await expect(mergeAnswers(agent, both)).rejects.toMatchObject({ code: "forbidden" });
    await expect(mergeAnswers(ctx, { ...both, into: from.id })).rejects.toMatchObject({
      code: "conflict",
    });
    await retireAnswer(ctx, { answerId: into.id });
    await expect(mergeAnswers(ctx, both)).rejects.toMatchObject({ code: "conflict" });
    expect(await usesOf(ctx, from.id)).toHaveLength(1);
  });
});

describe("an answer", { timeout: 120_000 }, () => {
  test("that is restored may be sent again to those who might get it before", async () => {
    const { ctx, into } = await twoAnswers();
    const ref = { answerId: into.id };
    await releaseAnswer(ctx, ref);
    await retireAnswer(ctx, ref);
    expect(await draftFor(ctx, "third")).toBe("");

    await restoreAnswer(ctx, ref);

    expect(await answerOf(ctx, "Please update")).toMatchObject({ state: "released" });
    expect(await draftFor(ctx, "third")).toContain("Please update the app");
    await expect(restoreAnswer(ctx, ref)).rejects.toMatchObject({ code: "conflict" });
    const agent = await as(ctx, { role: "agent" });
    await expect(restoreAnswer(agent, ref)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("that is edited is sent in its new words, and has to be accepted anew", async () => {
    const { ctx, into } = await twoAnswers();
    const answerId = into.id;
    await releaseAnswer(ctx, { answerId });
    await ctx.db
      .update(answerUses)
      .set({ accepted: true })
      .where(eq(answerUses.answerId, answerId));

    const text = "Dear {name}, please install version 9 of the app from the store.";
    await editAnswer(ctx, { answerId, text });

    expect(await draftFor(ctx, "third")).toContain("please install version 9");
    expect(await usesOf(ctx, answerId)).toMatchObject([{ accepted: false }]);
    const agent = await as(ctx, { role: "agent" });
    await expect(editAnswer(agent, { answerId, text: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const wrong of ["Please call {boss} about the app and its maps.", "Too short {name}."]) {
      await expect(editAnswer(ctx, { answerId, text: wrong })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await expect(editAnswer(ctx, { answerId, text })).rejects.toMatchObject({ code: "conflict" });
  });

  test("belongs to an article, or to none", async () => {
    const { ctx, into } = await twoAnswers();
    const article = await makeArticle(ctx);
    const agent = await as(ctx, { role: "agent" });
    const owner = { answerId: into.id, articleId: article.id };
    await expect(setOwnerArticle(agent, owner)).rejects.toMatchObject({ code: "forbidden" });
    await expect(setOwnerArticle(ctx, { ...owner, articleId: into.id })).rejects.toMatchObject({
      code: "not_found",
    });

    await setOwnerArticle(ctx, owner);
    expect(await answerOf(ctx, "Please update")).toMatchObject({ articleId: article.id });
    await setOwnerArticle(ctx, { ...owner, articleId: null });
    expect(await answerOf(ctx, "Please update")).toMatchObject({ articleId: null });
  });
});
