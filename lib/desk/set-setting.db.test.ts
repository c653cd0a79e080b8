import { describe, expect, test } from "vitest";
import { settings } from "@/db/schema/desk";
import { events } from "@/db/schema/event";
import { makeContext } from "@/db/testing/context";
import { getSetting, setSetting } from ".";

describe("settings", () => {
  test("are the defaults until an admin sets them", async () => {
    const ctx = await makeContext({ role: "admin" });
    expect(await getSetting(ctx.db, "ai.bands")).toEqual({ send: 0.85, flag: 0.6 });

    await setSetting(ctx, { name: "ai.bands", value: { send: 0.9, flag: 0.7 } });
    await setSetting(ctx, { name: "ai.bands", value: { send: 0.95, flag: 0.7 } });

    expect(await getSetting(ctx.db, "ai.bands")).toEqual({ send: 0.95, flag: 0.7 });
    expect(await ctx.db.select().from(events)).toMatchObject([
      { type: "setting.changed", payload: { name: "ai.bands" } },
      { type: "setting.changed", payload: { name: "ai.bands" } },
    ]);
  });

  test("refuse what does not fit", async () => {
    const ctx = await makeContext({ role: "admin" });
    await expect(
      setSetting(ctx, { name: "ai.bands", value: { send: 0.5, flag: 0.7 } }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      setSetting(ctx, { name: "ai.bands", value: { send: Number.NaN, flag: 0.1 } }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await ctx.db.select().from(settings)).toEqual([]);
  });

  test("of another version that no longer fit count as not set", async () => {
    const ctx = await makeContext({ role: "admin" });
    await ctx.db.insert(settings).values({ name: "ai.bands", value: "high" });
    expect(await getSetting(ctx.db, "ai.bands")).toEqual({ send: 0.85, flag: 0.6 });
  });

  test("are not for reviewers", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    await expect(setSetting(ctx, { name: "ai.stopped", value: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await getSetting(ctx.db, "ai.stopped")).toBe(false);
  });
});
