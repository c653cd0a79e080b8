import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { as, makeContext } from "@/db/testing/context";
import { listViews } from "../inbox";
import { addView, changeView, removeView, restoreView } from ".";
import { NewViewInput } from "./inputs";

const sso = (name: string, shared = false) =>
  NewViewInput.parse({ name, shared, filter: { tests: [{ field: "tag", in: ["sso"] }] } });

const names = async (ctx: Parameters<typeof listViews>[0]) =>
  (await listViews(ctx)).map(({ name }) => name);

describe("saved views", () => {
  test("are their owner's, until they are shared", async () => {
    const ctx = await makeContext();
    const other = await as(ctx, { role: "agent" });
    const { viewId } = await addView(ctx, sso("SSO"));
    await addView(other, sso("Theirs"));
    expect([await names(ctx), await names(other)]).toEqual([["SSO"], ["Theirs"]]);

    await changeView(ctx, { viewId, shared: true, sort: "sla" });
    expect(await listViews(other)).toMatchObject([
      { name: "Theirs", own: true, mayChange: true },
      { name: "SSO", own: false, mayChange: false, sort: "sla", shared: true },
    ]);
    expect((await ctx.db.select().from(events)).map(({ type }) => type)).toEqual(
      Array(3).fill("view.changed"),
    );
  });

  test("come back as they were, once", async () => {
    const ctx = await makeContext();
    const { viewId } = await addView(ctx, sso("SSO", true));
    const before = await listViews(ctx);
    const removed = await removeView(ctx, { viewId });
    expect(await listViews(ctx)).toEqual([]);

    await restoreView(ctx, removed);
    expect(await listViews(ctx)).toEqual(before);
    await expect(restoreView(ctx, removed)).rejects.toMatchObject({ code: "conflict" });
  });

  test("of others are changed by nobody but admins, and only when they are shared", async () => {
    const ctx = await makeContext();
    const [colleague, admin] = [await as(ctx, {}), await as(ctx, { role: "admin" })];
    const secret = await addView(ctx, sso("secret"));
    const shared = await addView(ctx, sso("shared", true));
    for (const who of [colleague, await as(ctx, { role: "reviewer" })]) {
      await expect(changeView(who, { ...shared, name: "x" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await expect(removeView(admin, secret)).rejects.toMatchObject({ code: "not_found" });
    await changeView(admin, { ...shared, name: "Ours" });
    const removed = await removeView(admin, shared);
    await expect(restoreView(colleague, removed)).rejects.toMatchObject({ code: "forbidden" });
    await restoreView(admin, removed);
    expect(await names(ctx)).toEqual(["secret", "Ours"]);
  });

  test("don't come back beyond as many as a person may have", async () => {
    const ctx = await makeContext();
    const removed = await removeView(ctx, await addView(ctx, sso("one")));
    for (let made = 0; made < 50; made += 1) await addView(ctx, sso(`view ${made}`));
    await expect(restoreView(ctx, removed)).rejects.toMatchObject({ code: "conflict" });
    await removeView(ctx, { viewId: (await listViews(ctx))[0]?.id ?? "" });
    await restoreView(ctx, removed);
    expect(await listViews(ctx)).toHaveLength(50);
  });

  test("are for people at the desk", async () => {
    const machine = await makeContext({ connection: ["tickets.read"] });
    await expect(addView(machine, sso("x"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
