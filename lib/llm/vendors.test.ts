import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type StubFault, startLlmStub } from "@/db/testing/llm-stub";
import { parseEnv } from "../platform/env";
import { seal } from "../platform/secrets";
import { askUntil } from "./ask-until";
import { prepareCall } from "./call";
import { makeMeter } from "./meter";
import { type LlmFault, LlmLimits, type ProviderKind } from "./model";
import type { ProviderRow } from "./provider-store";
import type { ModelRequest } from "./request";
import { generateOnce, streamOnce, type TryOnce } from "./try-once";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

type Vendor = [name: string, kind: ProviderKind, model: string, path: RegExp];

/** Each vendor's own protocol; models of one vendor are asked for JSON in different ways. */
const VENDORS: Vendor[] = [
  ["OpenAI", "openai", "gpt-5", /\/chat\/completions$/],
  ["Anthropic with structured output", "anthropic", "claude-haiku-4-5", /\/messages$/],
  ["Anthropic with a tool for the answer", "anthropic", "claude-3-haiku", /\/messages$/],
  ["Google with schema beside functions", "google", "gemini-3.5-flash", /:(stream)?[gG]enerateC/],
  ["Google with a function for the answer", "google", "gemini-2.5-flash", /:(stream)?[gG]enerateC/],
];

const Answer = z.object({ word: z.string(), list: z.array(z.string()) });
type Answer = z.output<typeof Answer>;
const SAID = { word: "yes", list: ["a long enough list", "of words"] };

const ctx = {
  now: () => new Date(),
  env: parseEnv({
    NODE_ENV: "test",
    NEXTAUTH_SECRET: "a secret of at least 32 characters for tests",
    PUBLIC_URL: "http://desk.test",
  }),
};

type More = { request?: Partial<ModelRequest<Answer>>; key?: string };

/** Asks the stub as this vendor's client does, with a key that it takes. */
async function ask(
  [, kind, model]: Vendor,
  once: TryOnce,
  { request, key = "sk-right" }: More = {},
) {
  const provider: ProviderRow = {
    ...{ id: "p-1", name: "Vendor", kind, baseUrl: stub.url, model, mode: "on", samples: 0 },
    ...{ apiKey: seal(ctx.env.NEXTAUTH_SECRET, key), hidePersonal: true, timeoutSeconds: 5 },
    ...{ contextTokens: 32_000, inputMicros: 0, outputMicros: 0 },
    limits: LlmLimits.parse({ toolRounds: 2 }),
    ...{ createdAt: ctx.now(), updatedAt: ctx.now(), archivedAt: null },
  };
  const call = prepareCall(ctx, provider, {
    ...{ purpose: "draft", promptVersion: "t-1", instructions: "Answer.", prompt: "{}" },
    ...{ schema: Answer, about: {}, maxOutputTokens: 100 },
    ...request,
  });
  stub.control.key = "sk-right";
  const meter = makeMeter(1);
  const done = await askUntil(once, ctx, call, meter, null);
  return { ...done, meter, fault: "failure" in done ? done.failure.fault : null };
}

const good = () => stub.answerWith(() => ({ json: SAID }));
const streamed = streamOnce(() => undefined);

describe.each(VENDORS)("%s", (...vendor) => {
  const [, , model, path] = vendor;

  test("answers by the schema, and tells what it used", async () => {
    good();
    const { meter, ...done } = await ask(vendor, generateOnce);
    expect(done).toMatchObject({ value: SAID, tries: 1 });
    expect(stub.seen).toMatchObject([
      { key: "sk-right", path: expect.stringMatching(path), chat: { model } },
    ]);
    expect(stub.seen[0]?.chat?.messages.map(({ role }) => role)).toEqual([
      expect.stringMatching(/^(system|developer)$/),
      "user",
    ]);
    expect(meter.inputTokens).toBeGreaterThan(5);
    expect(meter.outputTokens).toBeGreaterThan(5);
  });

  test.each([
    ["whole", generateOnce],
    ["as a stream", streamed],
  ])("looks things up, and answers in the end whether it wants to or not, %s", async (_, once) => {
    stub.answerWith((chat) =>
      chat.tools?.length
        ? { toolCalls: [{ name: "orders", arguments: { id: "7" } }] }
        : { json: { word: "done", list: toldBy(chat.messages) } },
    );
    let ran = 0;
    const orders = {
      description: "Orders of the customer.",
      parameters: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
      run: async () => `shipped ${++ran}`,
    };
    const done = await ask(vendor, once, { request: { tools: { orders } } });
    expect(done).toMatchObject({ value: { word: "done", list: ["shipped 1", "shipped 2"] } });
    expect(stub.seen).toHaveLength(3);
  });

  test("streams an answer that grows", async () => {
    good();
    stub.control.piece = 4;
    const seen: string[] = [];
    const done = await ask(
      vendor,
      streamOnce((part) => seen.push(JSON.stringify(part))),
    );
    expect(done).toMatchObject({ value: SAID, tries: 1 });
    expect(seen.at(-1)).toBe(JSON.stringify(SAID));
    expect(done.meter.outputTokens).toBeGreaterThan(5);
  });

  const FAULTS: [StubFault, LlmFault, requests: number][] = [
    ["half_stream", "cut_off", 1],
    ["wrong_shape", "bad_output", 2],
    ["refusal", "refused", 1],
    ["filtered", "refused", 1],
    ["length", "cut_off", 1],
    ["too_long", "too_long", 1],
    ["unauthorised", "unauthorised", 1],
    ["unknown_model", "unknown_model", 1],
  ];

  test.each(FAULTS)("%s is %s, whole and as a stream", async (always, told, requests) => {
    good();
    Object.assign(stub.control, { always, piece: 8 });
    for (const once of [generateOnce, streamed]) {
      stub.seen.length = 0;
      const { fault } = await ask(vendor, once);
      expect([fault, stub.seen.length]).toEqual([told, requests]);
    }
  });

  test("a stream that just ends is cut off", async () => {
    good();
    Object.assign(stub.control, { always: "ends_early", piece: 8 });
    const { fault, tries } = await ask(vendor, streamed);
    expect([fault, tries]).toEqual(["cut_off", 1]);
  });

  test.each(["unavailable", "overloaded", "error_in_stream"] as const)(
    "%s passes: it is asked again",
    async (fault) => {
      good();
      Object.assign(stub.control, { next: [fault], piece: 8 });
      expect(await ask(vendor, streamed)).toMatchObject({ value: SAID, tries: 2 });
    },
  );

  test("waits as long as the vendor asks for, in its own way of asking", async () => {
    good();
    Object.assign(stub.control, { next: ["rate_limited"], retryAfter: 1 });
    const began = Date.now();
    expect(await ask(vendor, generateOnce)).toMatchObject({ value: SAID, tries: 2 });
    expect(Date.now() - began).toBeGreaterThanOrEqual(990);
  });

  test("does not wait for longer than anybody is patient", async () => {
    Object.assign(stub.control, { next: ["rate_limited"], retryAfter: 120 });
    const done = await ask(vendor, generateOnce);
    expect(done).toMatchObject({ fault: "rate_limited", failure: { pauseMs: 120_000 }, tries: 1 });
  });

  test("a key that is not accepted is said so, and is told to nobody", async () => {
    good();
    const done = await ask(vendor, generateOnce, { key: "sk-wrong" });
    expect(done).toMatchObject({ fault: "unauthorised", tries: 1 });
    expect(JSON.stringify(done)).not.toContain("sk-wrong");
  });
});

/** What the look-ups gave, as the model reads it. */
const toldBy = (messages: { role: string; content: unknown }[]) =>
  messages.flatMap(({ role, content }) => (role === "tool" ? [String(content)] : []));
