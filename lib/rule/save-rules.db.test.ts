import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { rules, ruleVersions } from "@/db/schema/rule";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { newId } from "../platform/ids";
import { Actions, type RuleDraft } from "./model";
import { readRules } from "./read-rules";
import { restoreVersion } from "./restore-version";
import { saveRules } from "./save-rules";
import { loadRules } from "./store";

const admin = () => makeContext({ role: "admin" });

const fresh = (name: string): RuleDraft => ({
  id: newId(),
  name,
  enabled: true,
  conditions: [{ field: "text", contains: "SSO" }],
  actions: Actions.parse({ team: "Engineering" }),
  onMatch: "stop",
});

const versions = (ctx: TestContext) =>
  ctx.db.select().from(ruleVersions).orderBy(ruleVersions.number);
const saved = (ctx: TestContext) =>
  ctx.db
    .select({ payload: events.payload })
    .from(events)
    .where(eq(events.type, "rules.saved"))
    .orderBy(events.seq);

describe("saveRules", () => {
  test("puts rules in force, with the state before as the first version", async () => {
    const ctx = await admin();
    const view = await readRules(ctx);
    expect(view).toMatchObject({ version: 0, rules: { length: 6 } });
    const [first, second, ...rest] = view.rules;
    if (!first || !second) throw new Error("no default rules");
    const sso = fresh("SSO outages");
    const next = [sso, { ...second, enabled: false }, ...rest];

    expect(await saveRules(ctx, { rules: next, baseVersion: 0, comment: "SSO" })).toEqual({
      version: 2,
    });

    expect((await readRules(ctx)).rules).toEqual(next);
    const names = (await loadRules(ctx.db)).map(({ name }) => name);
    expect(names).toEqual(["SSO outages", ...rest.map(({ name }) => name)]);
    const [before, now] = await versions(ctx);
    expect(before?.rules).toHaveLength(6);
    expect(now).toMatchObject({
      number: 2,
      comment: "SSO",
      personId: ctx.actor.type === "person" && ctx.actor.personId,
    });
    expect(await saved(ctx)).toMatchObject([
      {
        payload: {
          version: 2,
          added: ["SSO outages"],
          removed: [first.name],
          changed: [second.name],
        },
      },
    ]);
  });

  test("writes nothing when nothing differs", async () => {
    const ctx = await admin();
    const { rules: same } = await readRules(ctx);
    expect(await saveRules(ctx, { rules: same, baseVersion: 0, comment: "" })).toEqual({
      version: 0,
    });
    expect(await versions(ctx)).toEqual([]);
    expect(await saved(ctx)).toEqual([]);
  });

  test("tells a second saver who was faster and what they changed", async () => {
    const ctx = await admin();
    const other = await as(ctx, { role: "admin" });
    const { rules: before } = await readRules(ctx);
    await saveRules(other, { rules: [...before, fresh("Theirs")], baseVersion: 0, comment: "" });

    const mine = saveRules(ctx, { rules: [fresh("Mine")], baseVersion: 0, comment: "" });

    await expect(mine).rejects.toMatchObject({
      code: "conflict",
      fields: {
        version: ["2"],
        rules: ["Theirs"],
        personId: [other.actor.type === "person" && other.actor.personId],
      },
    });
    expect((await readRules(ctx)).rules).toHaveLength(7);
  });

  test.skipIf(!onPostgres)("lets one of two win who save at once", async () => {
    const ctx = await admin();
    const results = await Promise.allSettled(
      ["One", "Two"].map((name) =>
        saveRules(ctx, { rules: [fresh(name)], baseVersion: 0, comment: "" }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await versions(ctx)).toHaveLength(2);
  });

  test("refuses patterns that can't be read, and rules that stand twice", async () => {
    const ctx = await admin();
    const bad: RuleDraft = {
      ...fresh("Bad"),
      conditions: [{ any: [{ field: "pattern", matches: "(?=x)" }] }],
    };
    await expect(
      saveRules(ctx, { rules: [bad], baseVersion: 0, comment: "" }),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: { "rules.0.matches": [expect.stringContaining("“Bad”")] },
    });
    const twice = fresh("Twice");
    await expect(
      saveRules(ctx, { rules: [twice, twice], baseVersion: 0, comment: "" }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  test("keeps what a later version has written of a rule", async () => {
    const ctx = await admin();
    const id = newId();
    const conditions = [{ field: "moon", is: "full" }] as never; // of a later version
    await ctx.db
      .insert(rules)
      .values({ id, name: "Later", position: 1, conditions, actions: Actions.parse({}) });
    const view = await readRules(ctx);
    expect(view.rules[0]).toMatchObject({ id, unreadable: true, conditions: [] });

    await saveRules(ctx, { rules: view.rules.toReversed(), baseVersion: 0, comment: "" });

    const [row] = await ctx.db.select().from(rules).where(eq(rules.id, id));
    expect(row).toMatchObject({ conditions });
    await restoreVersion(ctx, { number: 1 });
    expect((await readRules(ctx)).rules).toEqual(view.rules);
  });

  test.each(["agent", "reviewer"] as const)("refuses a plain %s", async (role) => {
    const ctx = await makeContext({ role });
    const input = { rules: [], baseVersion: 0, comment: "" };
    await expect(saveRules(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreVersion(ctx, { number: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(readRules(ctx)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(rules)).toHaveLength(6);
  });

  test("lets in whoever has the area", async () => {
    const ctx = await makeContext({ role: "agent" });
    if (ctx.actor.type !== "person") throw new Error("no person");
    const inside = { ...ctx, actor: { ...ctx.actor, areas: ["rules" as const] } };
    expect(await saveRules(inside, { rules: [], baseVersion: 0, comment: "" })).toEqual({
      version: 2,
    });
  });
});

describe("restoreVersion", () => {
  test("goes back as a new version", async () => {
    const ctx = await admin();
    const { rules: before } = await readRules(ctx);
    await saveRules(ctx, { rules: [fresh("Only")], baseVersion: 0, comment: "" });

    expect(await restoreVersion(ctx, { number: 1 })).toEqual({ version: 3 });

    expect(await readRules(ctx)).toEqual({ version: 3, rules: before });
    expect((await versions(ctx)).map(({ restoredFrom }) => restoredFrom)).toEqual([null, null, 1]);
    expect((await saved(ctx))[1]).toMatchObject({
      payload: { restoredFrom: 1, removed: ["Only"] },
    });
    await expect(restoreVersion(ctx, { number: 99 })).rejects.toMatchObject({ code: "not_found" });
  });
});
