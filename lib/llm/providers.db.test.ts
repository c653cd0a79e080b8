import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { llmBreakers, llmProviders } from "@/db/schema/llm";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { startLlmStub } from "@/db/testing/llm-stub";
import { useStub } from "@/db/testing/llm-stub/provider";
import { makeAttempt } from "@/db/testing/make";
import { readLlmSettings } from "@/lib/admin";
import { LlmSettings } from "@/lib/admin/model";
import {
  activeProvider,
  modelDraftOf,
  modelHistory,
  removeProvider,
  restoreProvider,
  saveProvider,
  settleModelDraft,
  storeModelDraft,
  testProvider,
} from "./index";
import type { ProviderInput } from "./model";

const stub = await startLlmStub();
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const KEY = "sk-very-secret-key";
const OTHER: ProviderInput = {
  ...{ name: "Other", kind: "openai_compatible", baseUrl: "http://other.example/v1" },
  ...{ model: "other-1", mode: "shadow", hidePersonal: true, samples: 1, timeoutSeconds: 60 },
  ...{ contextTokens: 8000, inputMicros: 0, outputMicros: 0, limits: {} },
};

const told = async (ctx: TestContext) =>
  (
    await ctx.db
      .select()
      .from(events)
      .where(eq(events.type, "llm.provider_changed"))
      .orderBy(events.seq)
  ).map(({ payload }) => payload);

describe("providers", () => {
  test("the key is sealed, and neither in views nor in the audit log", async () => {
    const ctx = await makeContext({ role: "admin" });
    const providerId = await useStub(ctx, stub, { apiKey: KEY });
    await saveProvider(ctx, { ...OTHER, name: "Stub", baseUrl: stub.url, providerId });

    const [row] = await ctx.db.select().from(llmProviders);
    expect(row?.apiKey).not.toContain(KEY);
    const view = LlmSettings.parse(await readLlmSettings(ctx));
    expect(view.providers).toMatchObject([{ hasKey: true, resting: null }]);
    const all = JSON.stringify([view, await told(ctx)]);
    expect(all).not.toContain(KEY);
    expect(all).not.toContain(String(row?.apiKey));
    expect(await told(ctx)).toMatchObject([
      { change: "added", after: { key: "set" } },
      { change: "changed", before: { model: "stub-1" }, after: { model: "other-1" } },
    ]);
  });

  test("one drafts at a time; removing is undone as it was, unless another one took over", async () => {
    const ctx = await makeContext({ role: "admin" });
    const first = await useStub(ctx, stub);
    const { providerId } = await saveProvider(ctx, OTHER);
    expect(await activeProvider(ctx.db)).toMatchObject({ id: providerId, mode: "shadow" });

    await removeProvider(ctx, { providerId });
    expect(await activeProvider(ctx.db)).toBeNull();
    await restoreProvider(ctx, { providerId });
    expect(await activeProvider(ctx.db)).toMatchObject({ id: providerId });

    await removeProvider(ctx, { providerId });
    await useStub(ctx, stub, { providerId: first });
    await restoreProvider(ctx, { providerId });
    expect(await activeProvider(ctx.db)).toMatchObject({ id: first });
  });

  test("a stored key does not go to another address", async () => {
    const ctx = await makeContext({ role: "admin" });
    const providerId = await useStub(ctx, stub, { apiKey: KEY });
    await expect(saveProvider(ctx, { ...OTHER, providerId })).rejects.toMatchObject({
      code: "invalid",
      fields: { apiKey: [expect.any(String)] },
    });
    await saveProvider(ctx, { ...OTHER, providerId, apiKey: "" });
  });

  test.each(["http://user:pass@host.example/v1", "https://host.example/v1?key=1"])(
    "refuses %s: an address is shown",
    async (baseUrl) => {
      const ctx = await makeContext({ role: "admin" });
      await expect(saveProvider(ctx, { ...OTHER, baseUrl })).rejects.toMatchObject({
        code: "invalid",
      });
    },
  );

  test("names are taken once", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { providerId } = await saveProvider(ctx, OTHER);
    await expect(saveProvider(ctx, OTHER)).rejects.toMatchObject({ code: "conflict" });
    await removeProvider(ctx, { providerId });
    await saveProvider(ctx, OTHER);
    await expect(restoreProvider(ctx, { providerId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("only who may change the AI does", async () => {
    const admin = await makeContext({ role: "admin" });
    const providerId = await useStub(admin, stub);
    const ctx = await as(admin, { role: "reviewer" });
    const refused = { code: "forbidden" };
    await expect(saveProvider(ctx, OTHER)).rejects.toMatchObject(refused);
    await expect(removeProvider(ctx, { providerId })).rejects.toMatchObject(refused);
    await expect(restoreProvider(ctx, { providerId })).rejects.toMatchObject(refused);
    await expect(testProvider(ctx, { providerId })).rejects.toMatchObject(refused);
    await expect(readLlmSettings(ctx)).rejects.toMatchObject(refused);
    expect(stub.seen).toHaveLength(0);
  });

  test("a key that is missing or can’t be read is a fault with the way out", async () => {
    const ctx = await makeContext({ role: "admin" });
    const kind = { kind: "openai", baseUrl: null } as const;
    const providerId = await useStub(ctx, stub, kind);
    expect(await testProvider(ctx, { providerId })).toMatchObject({ fault: "unauthorised" });
    await useStub(ctx, stub, { ...kind, providerId, apiKey: KEY });
    const env = { ...ctx.env, NEXTAUTH_SECRET: "another secret of at least 32 characters" };
    const said = await testProvider({ ...ctx, env }, { providerId });
    expect(!said.ok && said.words).toContain("Enter it again");
  });

  test.each(["openai", "anthropic", "google"] as const)(
    "%s is spoken to at the address that is named, without redirects",
    async (kind) => {
      const ctx = await makeContext({ role: "admin" });
      const providerId = await useStub(ctx, stub, { kind, apiKey: KEY });
      stub.control.always = "redirect";
      const said = await testProvider(ctx, { providerId });
      expect(stub.seen.length).toBeGreaterThan(0);
      if (kind === "openai") expect(said).toMatchObject({ ok: false, fault: "unreachable" });
      stub.control.always = null;
      if (kind === "openai")
        expect(await testProvider(ctx, { providerId })).toMatchObject({ ok: true });
    },
  );

  test("a test says what is wrong in words, or ends a rest", async () => {
    const ctx = await makeContext({ role: "admin" });
    const providerId = await useStub(ctx, stub, { mode: "off", apiKey: "wrong" });
    stub.control.key = "right";
    const failed = await testProvider(ctx, { providerId });
    expect(failed).toMatchObject({ ok: false, fault: "unauthorised" });
    expect(!failed.ok && failed.words).toContain("key");

    await useStub(ctx, stub, { providerId, apiKey: "right", limits: { dayMicros: 0 } });
    const openUntil = new Date(ctx.now().getTime() + 600_000);
    await ctx.db
      .insert(llmBreakers)
      .values({ providerId, failures: 5, openUntil, fault: "timeout" });
    expect((await readLlmSettings(ctx)).providers[0]?.resting).toContain("5 times in a row");
    expect(await testProvider(ctx, { providerId })).toMatchObject({ ok: true, model: "stub-1" });
    expect((await readLlmSettings(ctx)).providers[0]?.resting).toBeNull();
    const { day, week, calls } = LlmSettings.parse(await readLlmSettings(ctx));
    expect(day).toMatchObject({ calls: 2, faults: 1 });
    expect(week).toHaveLength(7);
    expect(calls).toMatchObject([{ purpose: "test", fault: null }, { fault: "unauthorised" }]);
  });
});

test("drafts of a model are kept once, settled, taken back, and make its history", async () => {
  const ctx = await makeContext({ role: "admin" });
  const attempt = await makeAttempt(ctx);
  const draft = {
    ...{ attemptId: attempt.id, ticketId: attempt.ticketId, model: "m", promptVersion: "p" },
    ...{ used: true, draft: "Hello.", confidence: 0.4, row: [1, 0.5] },
  };
  await storeModelDraft(ctx, draft);
  await storeModelDraft(ctx, { ...draft, draft: "Again." });
  expect(await modelDraftOf(ctx.db, attempt.id)).toMatchObject({ draft: "Hello.", right: null });
  expect(await modelHistory(ctx.db, "m", "p")).toEqual([]);

  await settleModelDraft(ctx, attempt.id, { right: true, weight: 0.5 });
  expect(await modelHistory(ctx.db, "m", "p")).toEqual([
    { row: [1, 0.5], right: true, weight: 0.5 },
  ]);
  expect(await modelHistory(ctx.db, "m", "p2")).toEqual([]);
  expect((await readLlmSettings(ctx)).calibration).toMatchObject([
    { model: "m", promptVersion: "p", drafts: 1, said: 0.4, right: 1 },
  ]);
  await settleModelDraft(ctx, attempt.id, { right: null, weight: 0 });
  expect(await modelHistory(ctx.db, "m", "p")).toEqual([]);
});
