import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { apiKeys, connections } from "@/db/schema/channel";
import { events } from "@/db/schema/event";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import {
  changeConnection,
  createApiKey,
  createConnection,
  endOldSecret,
  revokeApiKey,
  rotateApiKey,
  rotateSecret,
  verifyIngest,
} from ".";

const HOUR_MS = 3_600_000;

let ctx: TestContext;
let connectionId: string;

beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
  ({ connectionId } = await createConnection(ctx, { name: "Shop", source: "shop" }));
});

const opens = (key: string) =>
  verifyIngest(ctx, new Headers({ authorization: `Bearer ${key}` }), null, new Uint8Array()).then(
    () => true,
    () => false,
  );

describe("a key", () => {
  test("is kept as a hash, opens until it is revoked, and is told once", async () => {
    const { apiKeyId, key } = await createApiKey(ctx, {
      connectionId,
      name: "Live",
      scopes: ["ingest"],
    });
    expect(JSON.stringify(await ctx.db.select().from(apiKeys))).not.toContain(key);
    expect(JSON.stringify(await ctx.db.select().from(events))).not.toContain(key);
    expect(await opens(key)).toBe(true);
    await revokeApiKey(ctx, { apiKeyId });
    await revokeApiKey(ctx, { apiKeyId });
    expect(await opens(key)).toBe(false);
    await expect(rotateApiKey(ctx, { apiKeyId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("is rotated: both open for a day, or until the old one is revoked", async () => {
    const old = await createApiKey(ctx, { connectionId, name: "Live", scopes: ["ingest"] });
    const next = await rotateApiKey(ctx, old);
    const both = async () => [await opens(old.key), await opens(next.key)];
    ctx.advance(23 * HOUR_MS);
    expect(await both()).toEqual([true, true]);
    ctx.advance(HOUR_MS);
    expect(await both()).toEqual([false, true]);
    await expect(rotateApiKey(ctx, old)).rejects.toMatchObject({ code: "conflict" });
    const third = await rotateApiKey(ctx, next);
    await revokeApiKey(ctx, next);
    expect([await opens(next.key), await opens(third.key)]).toEqual([false, true]);
    const rows = await ctx.db.select().from(apiKeys);
    expect(rows.find(({ id }) => id === next.apiKeyId)).toMatchObject({
      name: "Live",
      scopes: ["ingest"],
      rotatedFrom: old.apiKeyId,
    });
  });

  test("works on for as long as the admin chooses, and no later rotation makes it longer", async () => {
    const old = await createApiKey(ctx, { connectionId, name: "Live", scopes: ["ingest"] });
    await rotateApiKey(ctx, { ...old, overlapHours: 1 });
    await rotateApiKey(ctx, { ...old, overlapHours: 168 });
    ctx.advance(HOUR_MS);
    expect(await opens(old.key)).toBe(false);
    const other = await createApiKey(ctx, { connectionId, name: "Till", scopes: ["ingest"] });
    await rotateApiKey(ctx, { ...other, overlapHours: 0 });
    expect(await opens(other.key)).toBe(false);
    expect(
      (await ctx.db.select().from(events).where(eq(events.type, "api_key.rotated"))).map(
        ({ payload }) => payload.overlapHours,
      ),
    ).toEqual([1, 168, 0]);
    const wrong = { ...other, overlapHours: 5 as 1 };
    await expect(rotateApiKey(ctx, wrong)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a connection", () => {
  test("is renamed, switched off and on, and given another secret", async () => {
    const { key } = await createApiKey(ctx, { connectionId, name: "Live", scopes: ["ingest"] });
    await createConnection(ctx, { name: "Blog", source: "blog" });
    await expect(changeConnection(ctx, { connectionId, name: "Blog" })).rejects.toMatchObject({
      code: "conflict",
    });
    await changeConnection(ctx, { connectionId, name: "Web shop", disabled: true });
    expect(await opens(key)).toBe(false);
    await changeConnection(ctx, { connectionId, disabled: false });
    expect(await opens(key)).toBe(true);
    const before = await ctx.db.select().from(connections);
    const { secret } = await rotateSecret(ctx, { connectionId });
    const after = await ctx.db.select().from(connections);
    expect(JSON.stringify(after)).not.toContain(secret);
    expect(after).not.toEqual(before);
  });

  test("is nobody's but theirs who may", async () => {
    for (const role of ["agent", "reviewer"] as const) {
      const other = await as(ctx, { role });
      const tries = [
        () => createConnection(other, { name: "Mine", source: "x" }),
        () => changeConnection(other, { connectionId, name: "Mine" }),
        () => createApiKey(other, { connectionId, name: "Mine", scopes: ["ingest"] }),
        () => rotateSecret(other, { connectionId }),
        () => endOldSecret(other, { connectionId }),
      ];
      for (const attempt of tries) {
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
      }
    }
  });
});
