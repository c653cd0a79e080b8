import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { novelQuestions, questionGroups } from "@/db/schema/knowledge";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { asked, CRASH_ANSWER, CRASHES, ledger, reply } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { dismissGroup, linkArticle, reopenGroup, saveArticle } from "../knowledge";
import { groupQuestion, settleQuestion, sweepQuestions, undoSignal } from "./index";

/** What a correction changed is told a little later, milliseconds. */
const EFFECT_MS = 5_000;
const OTHER = "Where do I enter our VAT number, so that it stands on the invoices?";

const groups = (ctx: TestContext) =>
  ctx.db.select().from(questionGroups).orderBy(asc(questionGroups.createdAt));
const questions = (ctx: TestContext) =>
  ctx.db.select().from(novelQuestions).orderBy(asc(novelQuestions.createdAt));
const told = (ctx: TestContext, type: string) =>
  ctx.db.select().from(events).where(eq(events.type, type)).orderBy(asc(events.seq));

async function threeAlike() {
  const ctx = await makeContext({ role: "reviewer" });
  const ids: string[] = [];
  for (const body of CRASHES) ids.push((await asked(ctx, body)).id);
  const [group] = await groups(ctx);
  return { ctx, ids, groupId: group?.id ?? "" };
}

describe("a question unlike anything seen", { timeout: 120_000 }, () => {
  test("is grouped with its like, counted, and told on its ticket", async () => {
    const { ctx, ids } = await threeAlike();
    await asked(ctx, OTHER, { subject: "Invoices" });

    const [crash, invoices, ...more] = await groups(ctx);
    expect(more).toEqual([]);
    expect(crash?.words).toEqual(expect.arrayContaining(["map", "crashes"]));
    expect(crash).toMatchObject({ state: "open", example: expect.stringContaining("map") });
    expect(invoices?.example).toContain("VAT number");
    const kept = await questions(ctx);
    expect(kept.filter(({ groupId }) => groupId === crash?.id).map((one) => one.ticketId)).toEqual(
      ids,
    );
    expect((await told(ctx, "question.grouped")).map(({ payload }) => payload.size)).toEqual([
      1, 2, 3, 1,
    ]);
  });

  test("is counted once, however often the job runs", async () => {
    const { ctx, ids } = await threeAlike();
    const [attempt] = await ctx.db
      .select()
      .from(attempts)
      .where(eq(attempts.ticketId, ids[0] ?? ""));

    const outcome = await groupQuestion.run(ctx, { attemptId: attempt?.id ?? "" });

    expect(outcome).toBe("skipped: it has its group");
    expect(await questions(ctx)).toHaveLength(3);
    expect(await told(ctx, "question.grouped")).toHaveLength(3);
  });

  test.skipIf(!onPostgres)("begins one group when two come at the same time", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const made = [await asked(ctx, CRASHES[0]), await asked(ctx, CRASHES[1])];
    await ctx.db.delete(questionGroups);

    await Promise.all(
      made.map(({ last }) => groupQuestion.run(ctx, { attemptId: last?.id ?? "" })),
    );

    expect(await groups(ctx)).toHaveLength(1);
    expect(await questions(ctx)).toHaveLength(2);
  });

  test("that an article answers is no such question", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    await saveArticle(ctx, {
      title: "Put a VAT number on invoices",
      body: "Open Billing and enter the VAT number. It stands on every later invoice.",
    });
    const { last } = await asked(ctx, OTHER, { subject: "VAT number on invoices" });

    expect(last?.draft).toContain("Open Billing");
    expect(await groups(ctx)).toEqual([]);
  });
});

describe("a group", { timeout: 120_000 }, () => {
  test("is answered once people have and the desk knows its kind; undone, it is open", async () => {
    const { ctx, ids, groupId } = await threeAlike();
    await settleQuestion.run(ctx, { ticketId: ids[0] ?? "" });
    expect(await groups(ctx)).toMatchObject([{ state: "open" }]);

    for (const id of ids) await reply(ctx, id, CRASH_ANSWER);
    ctx.advance(EFFECT_MS);
    await runJobs(ctx);
    expect(await questions(ctx)).toMatchObject(
      ids.map((ticketId) => ({ ticketId, answeredAt: expect.any(Date) })),
    );
    expect(await groups(ctx)).toMatchObject([{ state: "answered" }]);

    for (const { id, kind } of await ledger(ctx)) {
      if (kind === "answered") await undoSignal(ctx, { signalId: id });
    }
    await runJobs(ctx);
    await sweepQuestions.run(ctx, {});
    expect(await groups(ctx)).toMatchObject([{ state: "open" }]);
    expect((await questions(ctx)).map(({ answeredAt }) => answeredAt)).toEqual([null, null, null]);
    expect((await told(ctx, "question_group.changed")).map(({ payload }) => payload)).toEqual([
      { groupId, change: "answered" },
      { groupId, change: "reopened" },
    ]);
  });

  test("that was dismissed takes later ones and stays so, until somebody reopens it", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    await asked(ctx, CRASHES[0]);
    const [group] = await groups(ctx);
    const ref = { groupId: group?.id ?? "" };
    await dismissGroup(ctx, ref);
    await expect(dismissGroup(ctx, ref)).rejects.toMatchObject({ code: "conflict" });

    await asked(ctx, CRASHES[1]);
    expect(await groups(ctx)).toMatchObject([{ state: "dismissed" }]);
    expect(await questions(ctx)).toHaveLength(2);

    await reopenGroup(ctx, ref);
    await expect(reopenGroup(ctx, ref)).rejects.toMatchObject({ code: "conflict" });
    expect(await groups(ctx)).toMatchObject([{ state: "open" }]);
  });

  test("is changed by reviewers, not by agents", async () => {
    const { ctx, groupId } = await threeAlike();
    const agent = await as(ctx, { role: "agent" });
    const input = { groupId, articleId: groupId };
    const refused = { code: "forbidden" };

    await expect(dismissGroup(agent, { groupId })).rejects.toMatchObject(refused);
    await expect(reopenGroup(agent, { groupId })).rejects.toMatchObject(refused);
    await expect(linkArticle(agent, input)).rejects.toMatchObject(refused);
    await expect(linkArticle(ctx, input)).rejects.toMatchObject({ code: "not_found" });
    expect(await groups(ctx)).toMatchObject([{ state: "open", articleId: null }]);
  });

  test("keeps the article that was written for it; linked twice, it is told once", async () => {
    const { ctx, groupId } = await threeAlike();
    const { articleId } = await saveArticle(ctx, {
      title: "The app crashes on the map",
      body: "Update the app, then open Settings and choose Reload maps.",
    });

    await linkArticle(ctx, { groupId, articleId });
    await linkArticle(ctx, { groupId, articleId });

    expect(await groups(ctx)).toMatchObject([{ articleId }]);
    expect(await told(ctx, "question_group.changed")).toHaveLength(1);
  });

  test("keeps no word of a ticket that was erased, and goes with its last one", async () => {
    const { ctx, ids } = await threeAlike();
    const [before] = await groups(ctx);
    const shown = (await questions(ctx)).find(({ question }) => question === before?.example);
    await ctx.db.delete(tickets).where(eq(tickets.id, shown?.ticketId ?? ""));

    await sweepQuestions.run(ctx, {});
    const [after] = await groups(ctx);
    expect(after?.example).not.toBe(before?.example);
    expect((await questions(ctx)).map(({ question }) => question)).toContain(after?.example);

    for (const id of ids) await ctx.db.delete(tickets).where(eq(tickets.id, id));
    await sweepQuestions.run(ctx, {});
    expect(await groups(ctx)).toEqual([]);
  });
});
