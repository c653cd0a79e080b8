import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { llmCalls } from "@/db/schema/llm";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { startLlmStub } from "@/db/testing/llm-stub";
import { useStub } from "@/db/testing/llm-stub/provider";
import { makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { newId } from "../platform/ids";
import { askModel } from "./ask-model";
import { lockLimits } from "./call-store";
import { spentToday } from "./limits";
import type { ModelRequest } from "./request";

const stub = await startLlmStub();
beforeEach(() => {
  stub.reset();
  stub.answerWith(() => ({ json: { word: "yes" } }));
});
afterAll(() => stub.close());

const DAY = 86_400_000; // ms
const Answer = z.object({ word: z.string() });
const ask = (ctx: TestContext, more: Partial<ModelRequest<{ word: string }>> = {}) =>
  askModel(ctx, {
    ...{ purpose: "draft", promptVersion: "t-1", instructions: "Answer.", prompt: "{}" },
    ...{ schema: Answer, about: {}, maxOutputTokens: 1000 },
    ...more,
  });

describe("limits", () => {
  test("the budget of the day stops it, and the next day begins anew", async () => {
    const ctx = await makeContext();
    // A call costs 2000 and little at most: the second one would pass it.
    await useStub(ctx, stub, { limits: { dayMicros: 2200 } });
    expect(await ask(ctx)).toMatchObject({ ok: true });
    await ctx.db.update(llmCalls).set({ costMicros: 500 });

    const said = await ask(ctx);

    expect(said).toMatchObject({ ok: false, fault: "over_budget", facts: { tries: 0 } });
    expect(said.ok || said.words).toContain("budget of the day");
    expect(stub.seen).toHaveLength(1);
    expect(await spentToday(ctx.db, ctx.now())).toBe(500);
    ctx.advance(DAY);
    expect(await ask(ctx)).toMatchObject({ ok: true });
  });

  test.skipIf(!onPostgres)("calls at the same time can’t pass it together", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { limits: { dayMicros: 5000 } });
    stub.control.delayMs = 300;

    const all = await Promise.all(Array.from({ length: 6 }, () => ask(ctx)));

    expect(all.filter((said) => said.ok)).toHaveLength(2);
  });

  test.skipIf(!onPostgres)("one call at a time looks at what is left", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    let said: ReturnType<typeof ask> | undefined;
    await ctx.db.transaction(async (db) => {
      await lockLimits(db);
      said = ask(ctx);
      await pause(300);
      expect(await ctx.db.select().from(llmCalls)).toHaveLength(0);
    });
    expect(await said).toMatchObject({ ok: true });
  });

  test("a budget of nothing allows nothing, also where nothing costs", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { inputMicros: 0, outputMicros: 0, limits: { dayMicros: 0 } });
    expect(await ask(ctx)).toMatchObject({ fault: "over_budget" });
  });

  test("tokens of a ticket", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { limits: { ticketTokens: 1500 } });
    const { ticket } = await makeTicket(ctx);
    expect(await ask(ctx, { about: { ticketId: ticket.id } })).toMatchObject({ ok: true });
    await ctx.db.update(llmCalls).set({ inputTokens: 900 });
    const said = await ask(ctx, { about: { ticketId: ticket.id } });
    expect(said).toMatchObject({ ok: false, fault: "over_budget" });
    expect(said.ok || said.words).toContain("for one ticket");
    expect(await ask(ctx)).toMatchObject({ ok: true });
  });

  test("questions of one person within an hour; others and the desk’s own jobs go on", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    const agent = async () => requirePerson(await as(ctx, { role: "agent" }));
    const [personId, other] = [await agent(), await agent()];
    const about = { personId };
    expect(await ask(ctx, { about, purpose: "copilot" })).toMatchObject({ ok: true });
    const [row] = await ctx.db.select().from(llmCalls);
    if (!row) throw new Error("the call was not booked");
    const more = Array.from({ length: 119 }, () => ({ ...row, id: newId() }));
    await ctx.db.insert(llmCalls).values(more);

    const said = await ask(ctx, { about, purpose: "copilot" });

    expect(said).toMatchObject({ ok: false, fault: "over_budget" });
    expect(said.ok || said.words).toContain("within an hour");
    expect(await ask(ctx, { about: { personId: other } })).toMatchObject({ ok: true });
    expect(await ask(ctx)).toMatchObject({ ok: true });
    ctx.advance(3_601_000);
    expect(await ask(ctx, { about })).toMatchObject({ ok: true });
  });

  test("people leave a share of the day to new messages", async () => {
    const ctx = await makeContext();
    // A call costs 2000 and little at most.
    await useStub(ctx, stub, { limits: { dayMicros: 10_000 } });
    const about = { personId: requirePerson(await as(ctx, { role: "agent" })) };
    expect(await ask(ctx, { about })).toMatchObject({ ok: true });
    await ctx.db.update(llmCalls).set({ costMicros: 6500 });
    const said = await ask(ctx, { about });
    expect(said).toMatchObject({ ok: false, fault: "over_budget" });
    expect(said.ok || said.words).toContain("kept for new messages");
    expect(await ask(ctx)).toMatchObject({ ok: true });
  });

  test("drafts a day of a customer; other purposes go on", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub, { limits: { customerDayDrafts: 1 } });
    const { customer } = await makeTicket(ctx);
    const about = { customerId: customer.id };
    expect(await ask(ctx, { about })).toMatchObject({ ok: true });
    expect(await ask(ctx, { about })).toMatchObject({ fault: "over_budget" });
    expect(await ask(ctx, { about, purpose: "summary" })).toMatchObject({ ok: true });
    ctx.advance(DAY);
    expect(await ask(ctx, { about })).toMatchObject({ ok: true });
  });

  test("what the provider does not tell is estimated", async () => {
    const ctx = await makeContext();
    await useStub(ctx, stub);
    stub.control.usage = false;
    const said = await ask(ctx);
    expect(said.facts?.inputTokens).toBeGreaterThan(0);
    expect(said.facts?.costMicros).toBeGreaterThan(0);
  });
});
