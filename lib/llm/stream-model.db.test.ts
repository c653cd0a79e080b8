import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { llmCalls } from "@/db/schema/llm";
import { makeContext } from "@/db/testing/context";
import { startLlmStub } from "@/db/testing/llm-stub";
import { useStub } from "@/db/testing/llm-stub/provider";
import type { ModelRequest } from "./request";
import { streamModel } from "./stream-model";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const Answer = z.object({ text: z.string() });
const TEXT = "Hi Mina, we wrote to mina@okafor.example about it today.";
const request = (more: Partial<ModelRequest<{ text: string }>> = {}) => ({
  ...{ purpose: "draft" as const, promptVersion: "t-1", instructions: "Answer." },
  ...{ prompt: JSON.stringify({ text: TEXT }), schema: Answer, about: {} },
  personal: { names: ["Mina Okafor"], emails: ["mina@okafor.example"], others: [] },
  ...more,
});

/** Says the prompt's text back, in small pieces. */
function parrot() {
  stub.control.piece = 5;
  stub.answerWith(({ messages }) => ({ text: String(messages.at(-1)?.content) }));
}

async function partsOf(parts: AsyncIterable<unknown>): Promise<string[]> {
  const seen: string[] = [];
  for await (const part of parts)
    seen.push(z.object({ text: z.string().default("") }).parse(part).text);
  return seen;
}

describe("streamModel", () => {
  test("grows to the answer; what is personal leaves as placeholders and comes back", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    parrot();
    stub.control.pieceMs = 2;

    const { parts, said } = streamModel(ctx, request());
    const seen = await partsOf(parts);

    expect(seen.length).toBeGreaterThan(3);
    for (const part of seen) expect(TEXT.startsWith(part)).toBe(true);
    expect(await said).toMatchObject({ ok: true, value: { text: TEXT } });
    expect(stub.seen[0]?.body).not.toMatch(/mina|okafor/i);
    expect(stub.seen[0]?.body).toContain("[EMAIL_1]");
  });

  test("nothing is hidden where the provider is trusted", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { hidePersonal: false });
    parrot();
    await streamModel(ctx, request()).said;
    expect(stub.seen[0]?.body).toContain("mina@okafor.example");
  });

  test("tools get the true values of this request, and give placeholders back", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    stub.answerWith(({ messages }) =>
      messages.at(-1)?.role === "tool"
        ? { json: { text: String(messages.at(-1)?.content) } }
        : {
            toolCalls: [{ name: "orders", arguments: { email: "[EMAIL_1]", other: "[EMAIL_9]" } }],
          },
    );
    const given: unknown[] = [];
    const run = async (input: unknown) => {
      given.push(input);
      return "ordered by mina@okafor.example and joe@else.example";
    };
    const parameters = { type: "object", properties: { email: { type: "string" } } };
    const tools = { orders: { description: "Orders", parameters, run } };

    const said = await streamModel(ctx, request({ tools })).said;

    expect(given).toEqual([{ email: "mina@okafor.example", other: "[EMAIL_9]" }]);
    expect(stub.seen[1]?.body).not.toMatch(/okafor|joe/);
    expect(said).toMatchObject({
      value: { text: "ordered by mina@okafor.example and joe@else.example" },
    });
  });

  test("a stream that breaks off is cut off, and what it cost is counted", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    parrot();
    stub.control.next = ["half_stream"];

    const { parts, said } = streamModel(ctx, request());

    expect((await partsOf(parts)).length).toBeGreaterThan(0);
    expect(await said).toMatchObject({ ok: false, fault: "cut_off" });
    const [row] = await ctx.db.select().from(llmCalls);
    expect(row).toMatchObject({ fault: "cut_off", tries: 1 });
    expect(row?.outputTokens).toBeGreaterThan(0);
  });

  test("stops when the person does: the connection ends, and it says so", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    parrot();
    stub.control.pieceMs = 30;
    const stop = new AbortController();

    const { parts, said } = streamModel(ctx, request({ signal: stop.signal }));
    for await (const _ of parts) stop.abort();

    expect(await said).toMatchObject({ ok: false, fault: "stopped" });
  });

  test("an answer without end is left, and what came of it is counted", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    stub.answerWith(() => ({ json: { text: "word ".repeat(2000) } }));
    stub.control.piece = 100;

    const { parts, said } = streamModel(ctx, request({ maxOutputTokens: 20 }));

    const longest = Math.max(0, ...(await partsOf(parts)).map(({ length }) => length));
    expect(longest).toBeLessThan(400);
    expect(await said).toMatchObject({ ok: false, fault: "bad_output", facts: { tries: 1 } });
    const [row] = await ctx.db.select().from(llmCalls);
    expect(row?.outputTokens).toBeGreaterThan(0);
  });

  test("one that is stopped before its first word has cost what was asked", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    parrot();
    stub.control.delayMs = 3000;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);

    const { said } = streamModel(ctx, request({ signal: stop.signal }));

    expect(await said).toMatchObject({ ok: false, fault: "stopped" });
    const [row] = await ctx.db.select().from(llmCalls);
    expect(row).toMatchObject({ fault: "stopped", outputTokens: 0 });
    expect(row?.inputTokens).toBeGreaterThan(0);
  });

  test.each([
    ["refusal", "refused"],
    ["filtered", "refused"],
    ["empty", "empty"],
    ["length", "cut_off"],
    ["invalid_json", "bad_output"],
    ["too_long", "too_long"],
    ["unauthorised", "unauthorised"],
    ["hang_up", "unreachable"],
  ] as const)("%s is %s", async (always, fault) => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    parrot();
    stub.control.always = always;
    const { parts, said } = streamModel(ctx, request());
    await partsOf(parts);
    expect(await said).toMatchObject({ ok: false, fault });
  });

  test("a fault that passes is tried again before anything is shown", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    parrot();
    stub.control.next = ["unavailable"];
    expect(await streamModel(ctx, request()).said).toMatchObject({ ok: true });
    expect(stub.seen).toHaveLength(2);
  });
});
