import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { categories, intents, macros, tags } from "@/db/schema/desk";
import { events } from "@/db/schema/event";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import {
  addLabel,
  archiveLabel,
  archiveMacro,
  archiveTag,
  getSetting,
  mergeLabel,
  renameLabel,
  renameTag,
  restoreLabel,
  restoreMacro,
  saveMacro,
  saveTag,
  setSetting,
  undoSetting,
} from ".";

let ctx: TestContext;

beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
});

const labels = async () => [
  ...(await ctx.db.select().from(categories)),
  ...(await ctx.db.select().from(intents)),
];
const labelOf = async (slug: string) => (await labels()).find((one) => one.slug === slug);
const changes = async (type: string) =>
  ctx.db.select().from(events).where(eq(events.type, type)).orderBy(events.seq);

describe("categories and intents", () => {
  test("are added, renamed, taken out of use and brought back", async () => {
    const { slug } = await addLabel(ctx, { space: "category", name: "Überweisung & Bank" });
    expect(slug).toBe("uberweisung-bank");
    await renameLabel(ctx, { space: "category", slug, name: "Transfers", description: "Money" });
    await archiveLabel(ctx, { space: "category", slug });
    expect(await labelOf(slug)).toMatchObject({ name: "Transfers", archivedAt: expect.any(Date) });
    await restoreLabel(ctx, { space: "category", slug });
    expect(await labelOf(slug)).toMatchObject({ archivedAt: null });
    expect((await changes("label.changed")).map(({ payload }) => payload.change)).toEqual([
      "added",
      "renamed",
      "archived",
      "restored",
    ]);
    expect((await addLabel(ctx, { space: "intent", name: "Bank transfer" })).slug).toBe(
      "bank_transfer",
    );
  });

  test("are refused where the name is taken or holds nothing", async () => {
    await addLabel(ctx, { space: "intent", name: "Refund wish" });
    await expect(addLabel(ctx, { space: "intent", name: "refund  WISH" })).rejects.toMatchObject({
      code: "conflict",
      fields: { name: expect.any(Array) },
    });
    await expect(addLabel(ctx, { space: "intent", name: "!!!" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("become part of another one in use, never in a ring; the last category stays", async () => {
    await mergeLabel(ctx, { space: "intent", slug: "bug_report", into: "usage_help" });
    expect(await labelOf("bug_report")).toMatchObject({ mergedInto: "usage_help" });
    await expect(
      mergeLabel(ctx, { space: "intent", slug: "usage_help", into: "bug_report" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      mergeLabel(ctx, { space: "category", slug: "general", into: "billing" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("macros", () => {
  const macro = { name: "Thanks", body: "Dear {customer.first_name}, thanks!", actions: {} };

  test("are made, changed, put away and brought back", async () => {
    const { macroId } = await saveMacro(ctx, macro);
    await saveMacro(ctx, { ...macro, macroId, name: "Thank you" });
    await archiveMacro(ctx, { macroId });
    const again = await saveMacro(ctx, { ...macro, name: "thank you" });
    await expect(restoreMacro(ctx, { macroId })).rejects.toMatchObject({ code: "conflict" });
    await archiveMacro(ctx, again);
    await restoreMacro(ctx, { macroId });
    const [row] = await ctx.db.select().from(macros).where(eq(macros.id, macroId));
    expect(row).toMatchObject({ name: "Thank you", archivedAt: null });
  });

  test("name only what can be filled in, and do something", async () => {
    await expect(saveMacro(ctx, { ...macro, body: "Dear {custmer}" })).rejects.toMatchObject({
      code: "invalid",
      fields: { body: ["nobody can fill in {custmer}"] },
    });
    await expect(saveMacro(ctx, { ...macro, body: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(
      saveMacro(ctx, { ...macro, body: "", actions: { status: "resolved" } }),
    ).resolves.toBeDefined();
  });
});

test("tags are described, renamed into one another, and put away", async () => {
  await saveTag(ctx, { name: "vip", description: "Very important" });
  await renameTag(ctx, { name: "vip", to: "key account" });
  expect(await ctx.db.select().from(tags)).toMatchObject([
    { name: "key account", description: "Very important" },
  ]);
  await archiveTag(ctx, { name: "key account" });
  await expect(archiveTag(ctx, { name: "nothing" })).rejects.toMatchObject({ code: "not_found" });
  await expect(saveTag(ctx, { name: "a,b" })).rejects.toMatchObject({ code: "invalid" });
});

describe("a change of a setting", () => {
  test("is undone unless somebody has changed it since", async () => {
    await setSetting(ctx, { name: "ai.bands", value: { send: 0.9, flag: 0.7 } });
    const [first] = await changes("setting.changed");
    await setSetting(ctx, { name: "ai.bands", value: { send: 0.95, flag: 0.7 } });
    await expect(undoSetting(ctx, { eventId: first?.id ?? "" })).rejects.toMatchObject({
      code: "conflict",
    });
    const [, second] = await changes("setting.changed");
    await undoSetting(ctx, { eventId: second?.id ?? "" });
    expect(await getSetting(ctx.db, "ai.bands")).toEqual({ send: 0.9, flag: 0.7 });
  });

  test("of the AI is for its area; all others are for admins", async () => {
    const agent = await as(ctx, { role: "agent" });
    if (agent.actor.type !== "person") throw new Error("no person");
    const lead = { ...agent, actor: { ...agent.actor, areas: ["ai" as const] } };
    await setSetting(lead, { name: "review.sampling", value: 0.1 });
    await expect(setSetting(lead, { name: "desk.name", value: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(setSetting(agent, { name: "ai.stopped", value: true })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("agents and reviewers change none of it", async () => {
  for (const role of ["agent", "reviewer"] as const) {
    const other = await as(ctx, { role });
    const tries = [
      () => addLabel(other, { space: "intent", name: "Mine" }),
      () => saveMacro(other, { name: "Mine", body: "x", actions: {} }),
      () => saveTag(other, { name: "mine" }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});
