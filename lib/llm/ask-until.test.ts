import { simulateReadableStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseEnv } from "../platform/env";
import { askUntil } from "./ask-until";
import { prepareCall } from "./call";
import type { Style } from "./language-model";
import { makeMeter } from "./meter";
import { LlmLimits } from "./model";
import type { ProviderRow } from "./provider-store";
import type { ModelRequest } from "./request";
import { generateOnce, streamOnce } from "./try-once";

const Answer = z.object({ word: z.string(), list: z.array(z.string()) });
type Answer = z.output<typeof Answer>;
const SAID = { word: "yes", list: ["a", "b"] };

type Setup = NonNullable<ConstructorParameters<typeof MockLanguageModelV4>[0]>;
type Generated = Extract<NonNullable<Setup["doGenerate"]>, { content: unknown }>;
type Streamed = Extract<NonNullable<Setup["doStream"]>, { stream: unknown }>;
type Part = Streamed["stream"] extends ReadableStream<infer P> ? P : never;

const usage = {
  inputTokens: { total: 10, noCache: 10, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 20, text: 20, reasoning: undefined },
};
const stop = { unified: "stop", raw: "stop" } as const;
const said = (text: string): Generated => ({
  ...{ content: [{ type: "text" as const, text }], finishReason: stop, usage, warnings: [] },
});
const asksFor = (toolName: string, input: object): Generated => ({
  content: [
    { type: "tool-call" as const, toolCallId: "c-1", toolName, input: JSON.stringify(input) },
  ],
  ...{ finishReason: { unified: "tool-calls", raw: undefined } as const, usage, warnings: [] },
});

const ctx = {
  now: () => new Date("2026-11-22T12:00:00Z"),
  env: parseEnv({
    NODE_ENV: "test",
    NEXTAUTH_SECRET: "a secret of at least 32 characters for tests",
    PUBLIC_URL: "http://desk.test",
  }),
};
const provider: ProviderRow = {
  ...{ id: "p-1", name: "Mock", kind: "openai_compatible", baseUrl: "http://127.0.0.1:9/v1" },
  ...{ model: "mock-1", apiKey: null, mode: "on", hidePersonal: true, samples: 0 },
  ...{ timeoutSeconds: 5, contextTokens: 32_000, inputMicros: 0, outputMicros: 0 },
  limits: LlmLimits.parse({ toolRounds: 2 }),
  ...{ createdAt: ctx.now(), updatedAt: ctx.now(), archivedAt: null },
};

function asking(setup: Setup, more: Partial<ModelRequest<Answer>> = {}, of = {}) {
  const model = new MockLanguageModelV4(setup);
  const styles: Style[] = [];
  const request: ModelRequest<Answer> = {
    ...{ purpose: "draft", promptVersion: "t-1", instructions: "Answer.", about: {} },
    ...{ prompt: "Mina Okafor asks.", schema: Answer, maxOutputTokens: 100 },
    personal: { names: ["Mina Okafor"], emails: [], others: [] },
    ...more,
  };
  const prepared = prepareCall(ctx, { ...provider, ...of }, request);
  const modelIn = (style: Style) => {
    styles.push(style);
    return model;
  };
  const call = { ...prepared, modelIn };
  const meter = makeMeter(5);
  const once = () => askUntil(generateOnce, ctx, call, meter, null);
  return { model, call, meter, styles, once };
}

const wordsOf = (prompt: unknown) => JSON.stringify(prompt);

describe("what a model is asked", () => {
  test("instructions, the data without personal words, the schema and the limits", async () => {
    const { model, once } = asking({ doGenerate: said(JSON.stringify(SAID)) });
    expect(await once()).toEqual({ value: SAID, tries: 1 });
    const [asked] = model.doGenerateCalls;
    expect(asked?.prompt.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(wordsOf(asked?.prompt)).toContain("[NAME_1]");
    expect(wordsOf(asked?.prompt)).not.toMatch(/Mina|Okafor/);
    expect(asked?.responseFormat).toMatchObject({
      ...{ type: "json", name: "answer" },
      schema: { properties: { word: { type: "string" } }, additionalProperties: false },
    });
    expect(asked).toMatchObject({ maxOutputTokens: 100, tools: undefined });
  });

  test("personal words come back, also those in a value of a tool", async () => {
    const given: unknown[] = [];
    const { model, once } = asking(
      {
        doGenerate: [asksFor("orders", { of: "[NAME_1]" }), said('{"word":"[NAME_1]","list":[]}')],
      },
      {
        tools: { orders: orders(async (input) => String(given.push(input) && "for Mina Okafor")) },
      },
    );
    expect(await once()).toMatchObject({ value: { word: "Mina Okafor" } });
    expect(given).toEqual([{ of: "Mina Okafor" }]);
    expect(wordsOf(model.doGenerateCalls[1]?.prompt)).toContain("for [NAME_1]");
  });
});

const orders = (run: (given: unknown) => Promise<string>) => ({
  description: "Orders",
  parameters: { type: "object", properties: { of: { type: "string" } } },
  run,
});

describe("an answer that is wrong", () => {
  test("is repaired once, with what was wrong and none of its words", async () => {
    const { model, once } = asking({
      doGenerate: [said('{"other":"a secret"}'), said(JSON.stringify(SAID))],
    });
    expect(await once()).toEqual({ value: SAID, tries: 2 });
    const again = wordsOf(model.doGenerateCalls[1]?.prompt);
    expect(again).toMatch(/could not be used.*word/);
    expect(again).not.toContain("a secret");
  });

  test("twice is given up", async () => {
    const { model, once } = asking({ doGenerate: said("I would rather not.") });
    expect(await once()).toMatchObject({ failure: { fault: "bad_output" }, tries: 2 });
    expect(model.doGenerateCalls).toHaveLength(2);
  });

  test.each([
    ["between words", `Gladly: ${JSON.stringify(SAID)} Is that all right?`],
    ["in a fence", `\`\`\`json\n${JSON.stringify(SAID)}\n\`\`\``],
    ["with more than was asked for", JSON.stringify({ ...SAID, confidence: 1 })],
  ])("in its form only, %s, is read", async (_, text) => {
    const { once } = asking({ doGenerate: said(text) });
    expect(await once()).toEqual({ value: SAID, tries: 1 });
  });
});

describe("tools", () => {
  test("are asked for as often as is allowed, and the last word is an answer", async () => {
    let ran = 0;
    const { model, once, meter } = asking(
      {
        doGenerate: async ({ tools }) =>
          tools?.length ? asksFor("orders", {}) : said(JSON.stringify(SAID)),
      },
      { tools: { orders: orders(async () => String(++ran)) } },
    );
    expect(await once()).toEqual({ value: SAID, tries: 1 });
    expect([ran, model.doGenerateCalls.length]).toEqual([2, 3]);
    expect(meter).toMatchObject({ inputTokens: 30, outputTokens: 60 });
  });

  test("asked for without end are no answer", async () => {
    const { model, once } = asking(
      { doGenerate: asksFor("orders", {}) },
      { tools: { orders: orders(async () => "7") } },
    );
    expect(await once()).toMatchObject({ failure: { fault: "bad_output" } });
    expect(model.doGenerateCalls.length).toBeLessThanOrEqual(6);
  });

  test("stay named in the last step where results of unknown tools are refused", async () => {
    const tools = { orders: orders(async () => "7") };
    const doGenerate = [asksFor("orders", {}), asksFor("orders", {}), said(JSON.stringify(SAID))];
    const { model, once } = asking({ doGenerate }, { tools }, { kind: "anthropic", apiKey: null });
    await once();
    expect(model.doGenerateCalls[2]).toMatchObject({
      ...{ toolChoice: { type: "none" }, tools: [{ name: "orders" }] },
    });
  });
});

describe("a stream", () => {
  const streaming = (chunks: Part[]) =>
    asking({ doStream: async () => ({ stream: simulateReadableStream({ chunks }) }) });
  const text = (delta: string): Part => ({ type: "text-delta", id: "1", delta });
  const begin: Part[] = [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "1" },
  ];
  const end: Part[] = [
    { type: "text-end", id: "1" },
    { type: "finish", finishReason: stop, usage },
  ];

  async function run({ call, meter }: ReturnType<typeof asking>) {
    const told: unknown[] = [];
    const tell = (part: unknown) => told.push(structuredClone(part));
    return { done: await askUntil(streamOnce(tell), ctx, call, meter, null), told };
  }

  test("tells all that is known so far with each piece", async () => {
    const made = streaming([
      ...begin,
      text('{"word":"y'),
      text('es","list":["a"'),
      text(',"b"]}'),
      ...end,
    ]);
    const { done, told } = await run(made);
    expect(done).toEqual({ value: SAID, tries: 1 });
    expect(told).toEqual([{ word: "y" }, { word: "yes", list: ["a"] }, SAID]);
    expect(made.meter).toMatchObject({ inputTokens: 10, outputTokens: 20 });
  });

  test("that ends without a word of its end is cut off, and is paid for", async () => {
    const made = streaming([...begin, text('{"word":"yes"')]);
    const { done } = await run(made);
    expect(done).toMatchObject({ failure: { fault: "cut_off" }, tries: 1 });
    expect(made.meter.inputTokens).toBeGreaterThan(0);
  });

  test("with an error in it fails as that error says", async () => {
    const error = { type: "invalid_request_error", code: "model_not_found", message: "none" };
    const { done } = await run(streaming([...begin, text("{"), { type: "error", error }]));
    expect(done).toMatchObject({ failure: { fault: "unknown_model" }, tries: 1 });
  });

  test("of thoughts and no words is empty", async () => {
    const { done } = await run(
      streaming([
        { type: "reasoning-start", id: "2" },
        { type: "reasoning-delta", id: "2", delta: "Well…" },
        { type: "reasoning-end", id: "2" },
        { type: "finish", finishReason: stop, usage },
      ]),
    );
    expect(done).toMatchObject({ failure: { fault: "empty" } });
  });
});
