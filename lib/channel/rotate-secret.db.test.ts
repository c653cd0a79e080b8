import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, test } from "vitest";
import { connections } from "@/db/schema/channel";
import { events } from "@/db/schema/event";
import { makeContext, type TestContext } from "@/db/testing/context";
import { createConnection, endOldSecret, replySecrets, rotateSecret, verifyIngest } from ".";

const HOUR_MS = 3_600_000;
const BODY = "{}";

let ctx: TestContext;
/** The desk's clock, which stands still. */
let now: Date;
let connectionId: string;
let secret: string;

beforeEach(async () => {
  now = new Date("2026-03-15T12:00:00.000Z");
  ctx = { ...(await makeContext({ role: "admin" })), now: () => now };
  ({ connectionId, secret } = await createConnection(ctx, { name: "Shop", source: "shop" }));
});

const advance = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

const opens = (...secrets: string[]) => {
  const headers = new Headers({
    "x-deskhand-connection": "Shop",
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(ctx.now().getTime() / 1000)),
    "webhook-signature": secrets
      .map((one) => new Webhook(one).sign("msg_1", ctx.now(), BODY))
      .join(" "),
  });
  return verifyIngest(ctx, headers, null, new TextEncoder().encode(BODY)).then(
    () => true,
    () => false,
  );
};

const row = async () => {
  const [found] = await ctx.db.select().from(connections);
  if (!found) throw new Error("the connection is there");
  return found;
};

const changes = async () =>
  (await ctx.db.select().from(events).orderBy(events.id))
    .filter(({ type }) => type === "connection.changed")
    .map(({ payload }) => [payload.change, payload.overlapHours]);

describe("a secret that is rotated", () => {
  test("is valid beside the new one for a day, in both directions", async () => {
    const next = await rotateSecret(ctx, { connectionId });
    for (const used of [[secret], [next.secret], [secret, next.secret]]) {
      expect(await opens(...used)).toBe(true);
    }
    expect(await opens((await createConnection(ctx, { name: "B", source: "b" })).secret)).toBe(
      false,
    );
    expect(await replySecrets(ctx, connectionId)).toEqual([next.secret, secret]);
    advance(24 * HOUR_MS - 1);
    expect(await opens(secret)).toBe(true);
    advance(1);
    expect([await opens(secret), await opens(next.secret)]).toEqual([false, true]);
    expect(await replySecrets(ctx, connectionId)).toEqual([next.secret]);
    expect(await changes()).toEqual([["secret_rotated", 24]]);
  });

  test("ends at once, or early, where the admin wants that", async () => {
    const second = await rotateSecret(ctx, { connectionId, overlapHours: 0 });
    expect([await opens(secret), await opens(second.secret)]).toEqual([false, true]);
    const third = await rotateSecret(ctx, { connectionId, overlapHours: 1 });
    expect([await opens(second.secret), await opens(third.secret)]).toEqual([true, true]);
    await endOldSecret(ctx, { connectionId });
    await endOldSecret(ctx, { connectionId });
    expect([await opens(second.secret), await opens(third.secret)]).toEqual([false, true]);
    expect((await row()).oldSecretSealed).toBeNull();
    expect(await changes()).toEqual([
      ["secret_rotated", 0],
      ["secret_rotated", 1],
      ["old_secret_ended", undefined],
    ]);
  });

  test("makes an older one end: two are valid at most", async () => {
    const second = await rotateSecret(ctx, { connectionId });
    const third = await rotateSecret(ctx, { connectionId });
    const all = [secret, second.secret, third.secret];
    expect(await Promise.all(all.map((one) => opens(one)))).toEqual([false, true, true]);
  });

  test("says when each was last used, noted once a minute", async () => {
    expect((await row()).secretUsedAt).toBeNull();
    await opens(secret);
    const first = (await row()).secretUsedAt;
    expect(first).toEqual(ctx.now());
    const next = await rotateSecret(ctx, { connectionId });
    expect(await row()).toMatchObject({ secretUsedAt: null, oldSecretUsedAt: first });
    advance(30_000);
    await opens(secret);
    await opens(next.secret);
    const later = ctx.now();
    expect(await row()).toMatchObject({ secretUsedAt: later, oldSecretUsedAt: first });
    advance(31_000);
    await opens(secret);
    await opens(next.secret);
    expect(await row()).toMatchObject({ secretUsedAt: later, oldSecretUsedAt: ctx.now() });
    await opens("whsec_d3Jvbmc=");
    expect(await row()).toMatchObject({ secretUsedAt: later });
  });
});
