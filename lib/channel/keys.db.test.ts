import { beforeEach, describe, expect, test } from "vitest";
import { apiKeys, connections } from "@/db/schema/channel";
import { events } from "@/db/schema/event";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import {
  changeConnection,
  createApiKey,
  createConnection,
  revokeApiKey,
  rotateApiKey,
  rotateSecret,
  verifyIngest,
} from ".";

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

  test("is rotated: both open until the old one is revoked", async () => {
    const old = await createApiKey(ctx, { connectionId, name: "Live", scopes: ["ingest"] });
    const next = await rotateApiKey(ctx, old);
    expect([await opens(old.key), await opens(next.key)]).toEqual([true, true]);
    await revokeApiKey(ctx, old);
    expect([await opens(old.key), await opens(next.key)]).toEqual([false, true]);
    const rows = await ctx.db.select().from(apiKeys);
    expect(rows.find(({ id }) => id === next.apiKeyId)).toMatchObject({
      name: "Live",
      scopes: ["ingest"],
      rotatedFrom: old.apiKeyId,
    });
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
      ];
      for (const attempt of tries) {
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
      }
    }
  });
});
