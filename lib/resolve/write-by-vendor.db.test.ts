import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ask, desk, state } from "@/db/testing/drafting";
import { type StubFault, startLlmStub } from "@/db/testing/llm-stub";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { runJobs } from "@/db/testing/run-jobs";
import { modelDraftOf } from "../llm";
import type { ProviderKind } from "../llm/model";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const VENDORS: [ProviderKind, model: string][] = [
  ["openai_compatible", "llama-4"],
  ["openai", "gpt-5"],
  ["anthropic", "claude-haiku-4-5"],
  ["anthropic", "claude-3-haiku"],
  ["google", "gemini-3.5-flash"],
  ["google", "gemini-2.5-flash"],
];

/** A question, worked off with this vendor's model. */
async function drafted(kind: ProviderKind, model: string, fault: StubFault | null = null) {
  const ctx = await desk();
  await addStub(ctx, stub, { kind, model, apiKey: "sk-right" });
  stub.control.key = "sk-right";
  stub.control.always = fault;
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  const { last } = await state(ctx, ticket.id);
  return { last, kept: await modelDraftOf(ctx.db, last?.id ?? "") };
}

describe.each(VENDORS)("%s, %s", (kind, model) => {
  test("drafts on its own wire, and rests on the article", async () => {
    const { last, kept } = await drafted(kind, model);
    expect(last).toMatchObject({ model, decision: "held" });
    expect(last?.draft).toMatch(/^Hi Mina,\n\nOpen Reports and choose the months that you need\./);
    expect(last?.sources[0]).toMatchObject({ title: "Export time entries as CSV" });
    expect(kept).toMatchObject({ used: true, fault: null });
    expect(last?.snapshot.llm).toMatchObject({ model, tokens: expect.any(Number) });
    for (const { body } of stub.seen) expect(body).not.toMatch(/Mina|Okafor/);
  });

  test.each([
    ["too_long", "too_long"],
    ["half_stream", "cut_off"],
    ["refusal", "refused"],
  ] as const)("%s: the desk's own core answers, and the log says why", async (fault, told) => {
    const { last, kept } = await drafted(kind, model, fault);
    expect(last?.model).toMatch(/^deskhand-/);
    expect(last?.draft).toMatch(/^Hi Mina,/);
    expect(last?.snapshot.llm).toMatchObject({ fault: told, words: expect.any(String) });
    expect(kept).toMatchObject({ used: false, fault: told });
  });
});
