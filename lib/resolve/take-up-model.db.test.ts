import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestContext } from "@/db/testing/context";
import { ask, desk, EXPORT, liftCaps, state } from "@/db/testing/drafting";
import { type LlmStub, startLlmStub } from "@/db/testing/llm-stub";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import { saveArticle } from "../knowledge";
import { removeProvider } from "../llm";

let stub: LlmStub;
beforeAll(async () => {
  stub = await startLlmStub();
});
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const says = (text: string) =>
  stub.answerWith(() => ({
    json: { sentences: [{ text, citations: ["P1"] }], unknown: [], followUp: null },
  }));
const drafts = () => stub.seen.filter(({ body }) => body.includes("You draft replies")).length;

async function held() {
  const ctx = await desk();
  const providerId = await addStub(ctx, stub);
  says("Choose Export, then CSV.");
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  return { ctx, ticketId: ticket.id, providerId };
}

async function takenUp(ctx: TestContext, ticketId: string, cause: "clock" | "article") {
  const { last } = await state(ctx, ticketId);
  const input = { ticketId, attemptId: last?.id, round: last?.round, because: "Again.", cause };
  await ctx.jobs.send(ctx.db, "resolve.take-up", input);
  await runJobs(ctx);
  return state(ctx, ticketId);
}

test("the clock asks the model again, and its new draft takes the place of the old", async () => {
  const { ctx, ticketId } = await held();
  says("Open Reports and choose the months that you need.");
  const { last, attempts } = await takenUp(ctx, ticketId, "clock");
  expect(attempts).toHaveLength(2);
  expect(last).toMatchObject({ round: 2, model: "stub-1", reviewState: "held" });
  expect(last?.draft).toMatch(/Open Reports/);
  expect(drafts()).toBe(2);
});

test("an article asks nobody, and the model's draft stays", async () => {
  const { ctx, ticketId } = await held();
  const { last, attempts } = await takenUp(ctx, ticketId, "article");
  expect(attempts).toHaveLength(1);
  expect(last).toMatchObject({ round: 1, model: "stub-1", reviewState: "held" });
  expect(drafts()).toBe(1);
});

test("unless what it quotes stands there no more", async () => {
  const { ctx, ticketId } = await held();
  const articleId = (await state(ctx, ticketId)).last?.sources[0]?.articleId;
  const body =
    "Open Reports and choose the months that you need. Choose Download for the CSV file.";
  await saveArticle(ctx, { ...EXPORT, articleId, body });
  await runJobs(ctx);
  const { last } = await state(ctx, ticketId);
  expect(last?.draft).not.toMatch(/Export, then/);
  expect(last).toMatchObject({ round: 2, reviewState: "held" });
  expect(drafts()).toBe(1);
});

test("unless the desk's own core is sure enough to send", async () => {
  const { ctx, ticketId } = await held();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.bands", { send: 0.7, flag: 0.5 }, ctx.now());
  const { last } = await takenUp(ctx, ticketId, "article");
  expect(last).toMatchObject({ round: 2, decision: "sent" });
  expect(last?.model).toMatch(/^deskhand-/);
  expect(drafts()).toBe(1);
});

test("with the provider gone the clock's try is the desk's own", async () => {
  const { ctx, ticketId, providerId } = await held();
  await removeProvider(ctx, { providerId });
  await takenUp(ctx, ticketId, "clock");
  expect(drafts()).toBe(1);
  expect((await state(ctx, ticketId)).last?.draft).toMatch(/Export, then CSV/);
});
