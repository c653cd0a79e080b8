import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { llmBreakers, llmCalls, llmProviders } from "@/db/schema/llm";
import { makeContext, type TestContext } from "@/db/testing/context";
import { type StubFault, startLlmStub } from "@/db/testing/llm-stub";
import { useStub } from "@/db/testing/llm-stub/provider";
import { makeTicket } from "@/db/testing/make";
import { askModel } from "./ask-model";
import { claimProbe } from "./breaker-store";
import type { LlmFault } from "./model";
import type { ModelRequest } from "./request";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const Answer = z.object({ word: z.string(), list: z.array(z.string()) });
type Answer = z.output<typeof Answer>;

const request = (more: Partial<ModelRequest<Answer>> = {}): ModelRequest<Answer> => ({
  ...{ purpose: "draft", promptVersion: "t-1", instructions: "Answer.", prompt: "{}" },
  ...{ schema: Answer, about: {}, maxOutputTokens: 100 },
  ...more,
});

const calls = (ctx: TestContext) => ctx.db.select().from(llmCalls).orderBy(llmCalls.createdAt);
const good = () => stub.answerWith(() => ({ json: { word: "yes", list: ["a"] } }));

describe("askModel", () => {
  test("gives the answer by the schema, and a row with what it cost", async () => {
    const ctx = await makeContext();
    const providerId = await useStub(ctx, stub);
    good();

    const said = await askModel(ctx, request());

    expect(said).toMatchObject({ ok: true, value: { word: "yes", list: ["a"] } });
    const [row] = await calls(ctx);
    expect(row).toMatchObject({ providerId, fault: null, words: null, tries: 1, model: "stub-1" });
    expect(row?.inputTokens).toBeGreaterThan(0);
    expect(row?.costMicros).toBe((row?.inputTokens ?? 0) + 2 * (row?.outputTokens ?? 0));
    expect(stub.seen[0]?.chat?.response_format?.type).toBe("json_schema");
  });

  test("asks nothing when there is no provider, or it is off", async () => {
    const ctx = await makeContext();
    expect(await askModel(ctx, request())).toMatchObject({ ok: false, fault: "off", facts: null });
    await useStub(ctx, stub, { mode: "off" });
    expect(await askModel(ctx, request())).toMatchObject({ ok: false, fault: "off" });
    expect(stub.seen).toHaveLength(0);
  });

  const FAULTS: [StubFault, LlmFault, number][] = [
    ["rate_limited", "rate_limited", 3],
    ["unavailable", "unavailable", 3],
    ["hang_up", "unreachable", 3],
    ["half_stream", "cut_off", 1],
    ["invalid_json", "bad_output", 2],
    ["wrong_shape", "bad_output", 2],
    ["refusal", "refused", 1],
    ["filtered", "refused", 1],
    ["empty", "empty", 1],
    ["length", "cut_off", 1],
    ["too_long", "too_long", 1],
    ["unauthorised", "unauthorised", 1],
    ["unknown_model", "unknown_model", 1],
    ["redirect", "unreachable", 1],
  ];

  test.each(FAULTS)("%s is %s after so many requests: %i", async (always, fault, requests) => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    good();
    stub.control.always = always;

    const said = await askModel(ctx, request());

    expect(said).toMatchObject({ ok: false, fault });
    expect(stub.seen).toHaveLength(requests);
    expect(await calls(ctx)).toMatchObject([{ fault, tries: requests }]);
  });

  test("no answer in time is a timeout, and is tried again", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    await ctx.db.update(llmProviders).set({ timeoutSeconds: 1 });
    good();
    stub.control.next = ["timeout"];
    expect(await askModel(ctx, request())).toMatchObject({ ok: true, facts: { tries: 2 } });
    stub.control.always = "timeout";
    expect(await askModel(ctx, request())).toMatchObject({ ok: false, fault: "timeout" });
    // Nobody saw what was written in vain, and the provider charges for it: 100 tokens each time.
    expect(await calls(ctx)).toMatchObject([{ tries: 2 }, { tries: 3, outputTokens: 300 }]);
    const [once, thrice] = await calls(ctx);
    expect(once?.outputTokens).toBeGreaterThan(100);
    expect(thrice?.inputTokens).toBeGreaterThan(0);
  });

  test("the limits are looked at again before a further try", async () => {
    const ctx = await makeContext();
    // A try costs 200 and little at most: the second one would pass it.
    await useStub(ctx, stub, { limits: { dayMicros: 350 } });
    await ctx.db.update(llmProviders).set({ timeoutSeconds: 1 });
    stub.control.always = "timeout";

    expect(await askModel(ctx, request())).toMatchObject({ fault: "over_budget" });

    expect(stub.seen).toHaveLength(1);
    const [row] = await calls(ctx);
    expect(row).toMatchObject({ fault: "over_budget", tries: 1, outputTokens: 100 });
    expect(row?.costMicros).toBeGreaterThan(200);
  });

  test("nobody there is unreachable; a person may stop it", async () => {
    const ctx = await makeContext();
    const gone = await startLlmStub();
    await gone.close();
    await useStub(ctx, gone, { name: "Gone" });
    expect(await askModel(ctx, request())).toMatchObject({ fault: "unreachable" });

    await useStub(ctx, stub);
    stub.control.next = ["timeout"];
    const stop = new AbortController();
    const asked = askModel(ctx, request({ signal: stop.signal }));
    // Once it is there: on its way it would be taken for one of the next test.
    await vi.waitFor(() => expect(stub.seen).toHaveLength(1), 10_000);
    stop.abort();
    expect(await asked).toMatchObject({ fault: "stopped" });
  });

  test("goes on after faults that pass, and waits as long as it is asked to", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    good();
    stub.control.next = ["rate_limited"];
    stub.control.retryAfter = 2;
    const began = Date.now();

    expect(await askModel(ctx, request())).toMatchObject({ ok: true, facts: { tries: 2 } });

    expect(Date.now() - began).toBeGreaterThanOrEqual(1990);
  });

  test("does not wait for a long Retry-After, and leaves the provider alone meanwhile", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    stub.control.next = ["rate_limited"];
    stub.control.retryAfter = 120;

    expect(await askModel(ctx, request())).toMatchObject({ fault: "rate_limited" });
    expect(await askModel(ctx, request())).toMatchObject({ fault: "circuit_open" });
    expect(stub.seen).toHaveLength(1);
    ctx.advance(121_000);
    good();
    expect(await askModel(ctx, request())).toMatchObject({ ok: true });
  });

  test("a server without JSON Schema is asked in words, and later at once", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    stub.answerWith(() => ({ text: 'Gladly:\n```json\n{"word":"yes","list":[]}\n```' }));
    stub.control.always = "no_schema";

    expect(await askModel(ctx, request())).toMatchObject({ ok: true, value: { word: "yes" } });
    expect(stub.seen[1]?.body).toContain("JSON Schema");
    expect(stub.seen[1]?.chat?.response_format).toBeUndefined();
    expect(await askModel(ctx, request())).toMatchObject({ ok: true });
    expect(stub.seen).toHaveLength(3);
  });

  test("what is longer than the window is not even sent", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { contextTokens: 1000 });

    const said = await askModel(ctx, request({ prompt: "word ".repeat(2000) }));

    expect(said).toMatchObject({ ok: false, fault: "too_long" });
    expect(stub.seen).toHaveLength(0);
  });

  test("looks things up at most so many rounds, then must answer", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { limits: { toolRounds: 2 } });
    let ran = 0;
    stub.answerWith(({ tools }) =>
      tools?.length
        ? { toolCalls: [{ name: "orders", arguments: { id: "7" } }] }
        : { json: { word: "done", list: [] } },
    );
    const run = async () => {
      ran++;
      return "shipped";
    };
    const parameters = { type: "object", properties: { id: { type: "string" } } };
    const tools = { orders: { description: "Orders", parameters, run } };

    const said = await askModel(ctx, request({ tools }));

    expect(said).toMatchObject({ ok: true, value: { word: "done" } });
    expect(ran).toBe(2);
    expect(stub.seen).toHaveLength(3);
  });

  test("keeps nothing of the texts", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    const { ticket, customer } = await makeTicket(ctx);
    stub.control.always = "refusal";
    await askModel(
      ctx,
      request({
        prompt: "the secret of the sphinx",
        about: { ticketId: ticket.id, customerId: customer.id },
      }),
    );
    const [row] = await calls(ctx);
    expect(JSON.stringify(row)).not.toContain("sphinx");
    expect(row).toMatchObject({ ticketId: ticket.id, customerId: customer.id });
  });
});

describe("the breaker", () => {
  const breaker = async (ctx: TestContext, id: string) =>
    (await ctx.db.select().from(llmBreakers).where(eq(llmBreakers.providerId, id)))[0];

  const fail = async (ctx: TestContext, times: number) => {
    for (let n = 0; n < times; n++) await askModel(ctx, request());
  };

  test("opens after five failures in a row, for all; then one probe closes or doubles it", async () => {
    const ctx = await makeContext();
    const other = await makeContext();
    const id = await useStub(ctx, stub);
    stub.control.always = "half_stream";
    await fail(ctx, 4);
    expect((await breaker(ctx, id))?.openUntil).toBeNull();
    await fail(other, 1);
    expect(await askModel(ctx, request())).toMatchObject({ fault: "circuit_open" });
    expect(stub.seen).toHaveLength(5);

    ctx.advance(61_000);
    other.advance(61_000);
    stub.control.delayMs = 200;
    const both = await Promise.all([askModel(ctx, request()), askModel(other, request())]);
    expect(both.map((said) => (said.ok ? "ok" : said.fault)).sort()).toEqual([
      "circuit_open",
      "cut_off",
    ]);
    const until = (await breaker(ctx, id))?.openUntil?.getTime() ?? 0;
    expect(Math.round((until - ctx.now().getTime()) / 1000)).toBeGreaterThan(110);

    ctx.advance(125_000);
    stub.control.always = null;
    good();
    expect(await askModel(ctx, request())).toMatchObject({ ok: true });
    expect(await breaker(ctx, id)).toBeUndefined();
  });

  test("a wrong key opens it at once, until the settings change", async () => {
    const ctx = await makeContext();
    const providerId = await useStub(ctx, stub);
    good();
    stub.control.key = "right";
    expect(await askModel(ctx, request())).toMatchObject({ fault: "unauthorised" });
    expect(await askModel(ctx, request())).toMatchObject({ fault: "circuit_open" });
    await useStub(ctx, stub, { providerId, apiKey: "right" });
    expect(await askModel(ctx, request())).toMatchObject({ ok: true });
  });

  test("of two that see the same rest end, one may try", async () => {
    const ctx = await makeContext();
    const providerId = await useStub(ctx, stub);
    const openUntil = ctx.now();
    await ctx.db.insert(llmBreakers).values({ providerId, failures: 5, openUntil });
    const until = new Date(openUntil.getTime() + 60_000);
    const claim = () => claimProbe(ctx.db, { providerId, openUntil }, until);
    expect((await Promise.all([claim(), claim(), claim()])).filter(Boolean)).toHaveLength(1);
  });

  test("a probe that is stopped is given back", async () => {
    const ctx = await makeContext();
    const id = await useStub(ctx, stub);
    const openUntil = ctx.now();
    await ctx.db.insert(llmBreakers).values({ providerId: id, failures: 5, openUntil });
    good();
    const signal = AbortSignal.abort();
    expect(await askModel(ctx, request({ signal }))).toMatchObject({ fault: "stopped" });
    expect(await askModel(ctx, request())).toMatchObject({ ok: true });
  });

  test("what only this request met does not count", async () => {
    const ctx = await makeContext();
    const id = await useStub(ctx, stub);
    stub.control.always = "refusal";
    await fail(ctx, 6);
    expect(await breaker(ctx, id)).toBeUndefined();
  });
});
