import { beforeEach, describe, expect, test } from "vitest";
import { oneTimeTokens, people } from "@/db/schema/person";
import { makeContext, type TestContext } from "@/db/testing/context";
import { visitor } from "@/lib/platform/visitor";
import { createFirstAdmin, issueSetupToken } from "./create-first-admin";
import { signIn } from "./sign-in";

let ctx: TestContext;
const input = { name: "Mina", email: "Mina@desk.test", password: "kettle-marble-ninety" };

beforeEach(async () => {
  ctx = await makeContext({ actor: { type: "system", name: "test" } });
  ctx.actor = visitor(ctx).actor;
});

describe("createFirstAdmin", () => {
  test("makes an admin who can sign in; the token is stored hashed and gone after use", async () => {
    const token = await issueSetupToken(ctx);
    expect(JSON.stringify(await ctx.db.select().from(oneTimeTokens))).not.toContain(token);

    await createFirstAdmin(ctx, { ...input, token });

    expect(await ctx.db.select().from(people)).toMatchObject([
      {
        email: "mina@desk.test",
        role: "admin",
        passwordHash: expect.stringMatching(/^\$argon2id\$/),
      },
    ]);
    await signIn(ctx, { ...input, address: null, userAgent: null });
    expect(await ctx.db.select().from(oneTimeTokens)).toEqual([]);
  });

  test("looks at the link before it does anything slow", async () => {
    const began = performance.now();
    for (let tries = 0; tries < 20; tries += 1) {
      await expect(createFirstAdmin(ctx, { ...input, token: "guess" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const refused = performance.now() - began;
    const token = await issueSetupToken(ctx);
    const hashing = performance.now();
    await createFirstAdmin(ctx, { ...input, token });
    expect(refused / 20).toBeLessThan(performance.now() - hashing);
  });

  test("of many who use one link, or one link each, one becomes admin", async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => issueSetupToken(ctx)));
    const tries = [...tokens, ...tokens].map((token, index) =>
      createFirstAdmin(ctx, { ...input, email: `admin-${index}@desk.test`, token }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await ctx.db.select().from(people)).toHaveLength(1);
  });

  test("refuses a wrong, an empty and an old token, and stores nobody", async () => {
    const token = await issueSetupToken(ctx);
    await expect(createFirstAdmin(ctx, { ...input, token: `${token}x` })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createFirstAdmin(ctx, { ...input, token: "" })).rejects.toMatchObject({
      code: "invalid",
    });
    ctx.advance(24 * 3_600_000 + 1);
    await expect(createFirstAdmin(ctx, { ...input, token })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await ctx.db.select().from(people)).toEqual([]);
  });

  test("a refused form uses nothing up", async () => {
    const token = await issueSetupToken(ctx);
    await expect(
      createFirstAdmin(ctx, { ...input, password: "short", token }),
    ).rejects.toMatchObject({ code: "invalid", fields: { password: expect.any(Array) } });
    await expect(createFirstAdmin(ctx, { ...input, token })).resolves.toBeDefined();
  });

  test("refuses where somebody is, and keeps the token's row", async () => {
    const token = await issueSetupToken(ctx);
    await makeContext({ role: "agent" });
    await expect(createFirstAdmin(ctx, { ...input, token })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await ctx.db.select().from(oneTimeTokens)).toHaveLength(1);
  });
});
