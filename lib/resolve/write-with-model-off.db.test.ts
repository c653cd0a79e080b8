import { afterAll, beforeEach, expect, test } from "vitest";
import { ask, desk, state } from "@/db/testing/drafting";
import { startLlmStub } from "@/db/testing/llm-stub";
import { wordsOf } from "@/db/testing/llm-stub/protocol";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { runJobs } from "@/db/testing/run-jobs";
import { modelDraftOf, removeProvider } from "../llm";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const TEXT = "Open Reports and choose the months that you need.";

/** A draft during which an admin does something to the provider. */
async function draftedWhile(
  change: (ctx: Awaited<ReturnType<typeof desk>>, id: string) => unknown,
) {
  const ctx = await desk();
  const providerId = await addStub(ctx, stub);
  const { ticket } = await ask(ctx);
  stub.answerWith(async (chat) => {
    if (wordsOf(chat).includes("You draft replies")) await change(ctx, providerId);
    return {
      json: { sentences: [{ text: TEXT, citations: ["P1"] }], unknown: [], followUp: null },
    };
  });
  await runJobs(ctx);
  const { last } = await state(ctx, ticket.id);
  return last;
}

test.each<[string, Parameters<typeof draftedWhile>[0]]>([
  ["removed", (ctx, providerId) => removeProvider(ctx, { providerId })],
  ["put in the shadow", (ctx, providerId) => addStub(ctx, stub, { providerId, mode: "shadow" })],
  [
    "turned into another model",
    (ctx, providerId) => addStub(ctx, stub, { providerId, model: "b" }),
  ],
])("nothing is used of a model that was %s while it wrote", async (_, change) => {
  const last = await draftedWhile(change);
  expect(last?.model).toMatch(/^deskhand-/);
  expect(last?.draft).toMatch(/^Hi Mina,/);
  expect(last?.snapshot.llm).toMatchObject({ fault: "off", words: expect.stringMatching(/off/) });
});

test("a model that nobody touches goes on", async () => {
  const last = await draftedWhile(() => undefined);
  expect(last?.model).toBe("stub-1");
});

test("where neither the model nor the core can say anything, the draft says why", async () => {
  const ctx = await desk();
  await addStub(ctx, stub);
  stub.answerWith(() => ({ json: { sentences: [], unknown: ["everything"], followUp: null } }));
  const { ticket } = await ask(ctx, {
    subject: "Zebra",
    body: "Zanzibar zebras zigzag zealously.",
  });
  await runJobs(ctx);

  const { last } = await state(ctx, ticket.id);
  expect(last?.draft).toBeNull();
  expect(await modelDraftOf(ctx.db, last?.id ?? "")).toMatchObject({
    used: false,
    draft: null,
    fault: expect.stringMatching(/^(empty|bad_output)$/),
  });
});
