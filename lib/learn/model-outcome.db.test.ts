import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type TestContext } from "@/db/testing/context";
import { ask, desk, state } from "@/db/testing/drafting";
import { type LlmStub, startLlmStub } from "@/db/testing/llm-stub";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { runJobs } from "@/db/testing/run-jobs";
import { modelDraftOf } from "../llm";
import { approveDraft, correctDraft, rejectDraft, replyToTicket } from "../resolve";

let stub: LlmStub;
beforeAll(async () => {
  stub = await startLlmStub();
});
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const HOUR = 3_600_000; // ms

async function drafted(mode: "on" | "shadow") {
  const ctx = await desk();
  await addStub(ctx, stub, { mode });
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  const { last } = await state(ctx, ticket.id);
  if (!last?.draft) throw new Error("nothing was drafted");
  return { ctx, ticketId: ticket.id, attemptId: last.id, draft: last.draft };
}

const ended = async (ctx: TestContext, attemptId: string) => {
  ctx.advance(HOUR); // nothing is learned before the time to undo is over
  await runJobs(ctx);
  const { right, weight } = (await modelDraftOf(ctx.db, attemptId)) ?? {};
  return { right, weight };
};

test("a model's draft that is approved was right", async () => {
  const { ctx, attemptId, draft } = await drafted("on");
  await approveDraft(ctx, { attemptId, text: draft });
  expect(await ended(ctx, attemptId)).toEqual({ right: true, weight: 1 });
});

test("one that is rewritten was wrong", async () => {
  const { ctx, attemptId } = await drafted("on");
  const text = "Please write to your own administrator; this is not for us to do.";
  await correctDraft(ctx, { attemptId, text });
  expect(await ended(ctx, attemptId)).toEqual({ right: false, weight: 1 });
});

test("one that is rejected was wrong", async () => {
  const { ctx, attemptId } = await drafted("on");
  await rejectDraft(ctx, { attemptId, reason: "wrong_answer", note: "" });
  expect(await ended(ctx, attemptId)).toEqual({ right: false, weight: 1 });
});

test.each([
  [
    "near to what a person writes was right",
    "Open Reports and choose the months that you need. Choose Export, then CSV, and we mail you a link to the file.",
    true,
  ],
  [
    "far from it was wrong",
    "Such files are only made by our accountants; they will call you.",
    false,
  ],
])("one in the shadow that is %s, and counts for less", async (_, text, right) => {
  const { ctx, ticketId, attemptId } = await drafted("shadow");
  const person = await as(ctx, { role: "agent" });
  await replyToTicket(person, { ticketId, text, thenStatus: "pending_customer" });
  expect(await ended(ctx, attemptId)).toEqual({ right, weight: 0.5 });
});
