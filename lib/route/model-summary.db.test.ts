import { afterAll, expect, test } from "vitest";
import { makeContext } from "@/db/testing/context";
import { startLlmStub } from "@/db/testing/llm-stub";
import { useStub } from "@/db/testing/llm-stub/provider";
import { makeTicket } from "@/db/testing/make";
import { modelSummary } from "./model-summary";

const stub = await startLlmStub();
afterAll(() => stub.close());

test("holds no signs that nobody sees", async () => {
  const ctx = await makeContext();
  await useStub(ctx, stub);
  const { ticket } = await makeTicket(ctx);
  stub.answerWith(() => ({ json: { summary: "They\u202e wait\u200b for\u2066 it." } }));
  expect(await modelSummary(ctx, ticket)).toBe("In short: They wait for it.");
});
