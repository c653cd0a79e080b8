import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { apiKeys, connections } from "@/db/schema/channel";
import { events } from "@/db/schema/event";
import { makeContext } from "@/db/testing/context";
import type { Context } from "../platform/context";
import { fromPublicId, toPublicId } from "../platform/ids";
import { createApiKey } from "./api-keys";
import { createConnection } from "./create-connection";
import { ensureCliConnection } from "./ensure-cli-connection";
import { verifyIngest } from "./verify-ingest";

const NOW = new Date();
const BODY = new TextEncoder().encode('{"a": 1}');

function signed(secret: string, at: Date, connection?: string): Headers {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return new Headers({
    "webhook-id": "msg_1",
    "webhook-timestamp": timestamp,
    "webhook-signature": new Webhook(secret).sign("msg_1", at, '{"a": 1}'),
    ...(connection && { "x-deskhand-connection": connection }),
  });
}

const bearer = (key: string) => new Headers({ authorization: `Bearer ${key}` });
const make = (ctx: Context) => createConnection(ctx, { name: "Zendesk", source: "zendesk" });
const refused = { code: "unauthenticated", message: "The signature or key is not valid." };

describe("a signed request", () => {
  test("is its connection's, named by id, by name or in the URL", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { connectionId, secret } = await make(ctx);
    const id = toPublicId("c", connectionId);
    for (const [header, query] of [[id], ["Zendesk"], [undefined, id], [undefined, "Zendesk"]]) {
      const headers = signed(secret, ctx.now(), header);
      expect(await verifyIngest(ctx, headers, query ?? null, BODY)).toMatchObject({
        source: "zendesk",
        ctx: { actor: { type: "connection", connectionId, scopes: ["ingest"] } },
      });
    }
  });

  test("is refused for a while when its connection sends more than its share", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { connectionId, secret } = await make(ctx);
    const id = toPublicId("c", connectionId);
    const tools = { ...ctx, env: { ...ctx.env, INGEST_PER_MINUTE: 2 }, now: () => NOW };
    const ask = () => verifyIngest(tools, signed(secret, NOW, id), null, BODY);
    await ask();
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 30 });
    // Who can't sign is told nothing of it.
    const other = await createConnection(ctx, { name: "Other", source: "x" });
    const forged = verifyIngest(tools, signed(other.secret, NOW, id), null, BODY);
    await expect(forged).rejects.toMatchObject(refused);
  });

  test("is refused in the same words for every cause", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { connectionId, secret } = await make(ctx);
    const other = await createConnection(ctx, { name: "Other", source: "x" });
    const id = toPublicId("c", connectionId);
    const causes: [Headers, string | null][] = [
      [signed(secret, ctx.now()), null],
      [signed(secret, ctx.now(), "nobody"), null],
      [signed(other.secret, ctx.now(), id), null],
      [signed(secret, new Date(ctx.now().getTime() - 400_000), id), null],
      [new Headers({ "x-deskhand-connection": id }), null],
      [new Headers(), null],
      [bearer(""), null],
      [bearer("dh_wrong"), null],
      [bearer(secret), null],
      [signed(secret, ctx.now()), "\0"],
    ];
    for (const [headers, named] of causes) {
      await expect(verifyIngest(ctx, headers, named, BODY)).rejects.toMatchObject(refused);
    }
    await ctx.db.update(connections).set({ disabledAt: ctx.now() });
    const headers = signed(secret, ctx.now(), id);
    await expect(verifyIngest(ctx, headers, null, BODY)).rejects.toMatchObject(refused);
  });
});

describe("an API key", () => {
  test("is kept as a hash, works until revoked, and notes its use once a minute", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { connectionId } = await make(ctx);
    const scopes = ["ingest" as const];
    const { apiKeyId, key } = await createApiKey(ctx, { connectionId, name: "Key", scopes });
    const row = async () =>
      (await ctx.db.select().from(apiKeys).where(eq(apiKeys.id, apiKeyId))).at(0);

    expect(JSON.stringify(await row())).not.toContain(key.slice(3));
    expect(await verifyIngest(ctx, bearer(key), null, BODY)).toMatchObject({
      ctx: { actor: { type: "connection", connectionId, scopes } },
    });
    const first = (await row())?.lastUsedAt;
    expect(first).toBeInstanceOf(Date);
    ctx.advance(30_000);
    await verifyIngest(ctx, bearer(key), null, BODY);
    expect((await row())?.lastUsedAt).toEqual(first);
    ctx.advance(31_000);
    await verifyIngest(ctx, bearer(key), null, BODY);
    expect((await row())?.lastUsedAt).not.toEqual(first);

    await ctx.db.update(apiKeys).set({ revoked: true });
    await expect(verifyIngest(ctx, bearer(key), null, BODY)).rejects.toMatchObject(refused);
  });

  test("and connections are made by admins only", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    await expect(make(ctx)).rejects.toMatchObject({ code: "forbidden" });
    const key = { connectionId: toUuid(), name: "Key", scopes: ["ingest" as const] };
    await expect(createApiKey(ctx, key)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(connections)).toEqual([]);
  });
});

const toUuid = () => "00000000-0000-7000-8000-000000000000";

test("the connection of the terminal is made once, and its secret is kept sealed", async () => {
  const ctx = await makeContext({ actor: { type: "system", name: "boot" } });
  const all = await Promise.all([ensureCliConnection(ctx), ensureCliConnection(ctx)]);
  const again = await ensureCliConnection(ctx);

  expect(all).toEqual([again, again]);
  const rows = await ctx.db.select().from(connections);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.id).toBe(fromPublicId("c", again.connectionId));
  expect(rows[0]?.secretSealed).not.toContain(again.secret.slice(6, 20));
  expect(await ctx.db.select().from(events)).toMatchObject([{ type: "connection.created" }]);

  const moved = {
    ...ctx,
    env: { ...ctx.env, NEXTAUTH_SECRET: "another secret of 32 characters!!" },
  };
  const renewed = await ensureCliConnection(moved);
  expect(renewed.connectionId).toBe(again.connectionId);
  expect(renewed.secret).not.toBe(again.secret);
});
