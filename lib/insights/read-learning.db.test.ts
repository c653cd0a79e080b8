import { expect, test } from "vitest";
import { modelVersions } from "@/db/schema/predictor";
import { as, makeContext } from "@/db/testing/context";
import { answeredByHand, asked, CRASH_ANSWER, CRASHES, ledger } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { saveArticle } from "../knowledge";
import { undoSignal } from "../learn";
import { readArticle, readArticles, readLearning } from "./index";

test("the learning page tells what was learned, from whom, and what was taken back", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const { ticket } = await answeredByHand(ctx, CRASHES[0], CRASH_ANSWER);
  await asked(ctx, CRASHES[1]);
  const row = (await ledger(ctx)).find(({ kind }) => kind === "answered");
  await undoSignal(ctx, { signalId: row?.id ?? "" });
  await ctx.db.insert(modelVersions).values({
    engineVersion: 1,
    upToSeq: 1,
    figures: { outcomes: 1, expected: 0.3, cases: 1, solved: 1 },
  });

  const view = await readLearning(ctx);

  expect(view.curve).toMatchObject([{ outcomes: 1, accepted: 0, right: null }]);
  expect(view.calibrationError).toBeNull();
  expect(view.ledger[0]?.kind).toBe("undone");
  expect(view.ledger.map(({ kind }) => kind).sort()).toEqual(["answered", "taken_over", "undone"]);
  expect(view.ledger.find(({ kind }) => kind === "answered")).toMatchObject({
    ticket: { number: ticket.number },
    person: "Test agent",
    about: expect.stringContaining("Please update the app"),
    undoneAt: expect.any(String),
  });
  expect(view.answers).toMatchObject([{ state: "private", uses: 0, accounts: 0 }]);
  expect(view.versions).toMatchObject([{ number: 1, figures: { solved: 1 } }]);
}, 60_000);

test("the articles page names each article with its uses and what may be quoted", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const { articleId } = await saveArticle(ctx, {
    title: "Invite",
    body: "Open Members.",
    category: "general",
  });
  await runJobs(ctx);
  const agent = await as(ctx, { role: "agent" });

  expect(await readArticles(agent)).toMatchObject([{ id: articleId, uses: 0, state: "published" }]);
  expect(await readArticle(agent, articleId)).toMatchObject({
    body: "Open Members.",
    passages: [{ title: "Invite", text: "Open Members." }],
  });
  const key = await as(ctx, { connection: [] });
  await expect(readLearning(key)).rejects.toMatchObject({ code: "forbidden" });
});

test("an article in a category that is none is refused in words", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const input = { title: "Invite", body: "Open Members.", category: "nonsense" };
  await expect(saveArticle(ctx, input)).rejects.toMatchObject({ code: "invalid" });
});
