import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { people, sessions } from "@/db/schema/person";
import { as, makeContext } from "@/db/testing/context";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

test("gives the first admin a password that works, and ends their sessions only", async () => {
  const ctx = await makeContext({ role: "admin" });
  const agent = await as(ctx, { role: "agent" });
  const system = { ...ctx, actor: { type: "system", name: "test" } as const };

  const { email, password } = await resetPassword(system, {});

  expect(email).toMatch(/^admin-/);
  const left = await ctx.db.select().from(sessions);
  expect(left).toMatchObject([{ id: agent.actor.type === "person" && agent.actor.sessionId }]);
  await signIn(ctx, { email, password, address: null, userAgent: null });
});

test("takes another person by address, and says when there is none", async () => {
  const ctx = await makeContext({ role: "admin" });
  await as(ctx, { role: "agent" });
  const [agent] = await ctx.db.select().from(people).where(eq(people.role, "agent"));

  expect((await resetPassword(ctx, { email: agent?.email })).email).toBe(agent?.email);
  await expect(resetPassword(ctx, { email: "who@desk.test" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("refuses reviewers and changes nothing", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  await expect(resetPassword(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
  expect(await ctx.db.select().from(people)).toMatchObject([{ passwordHash: null }]);
});
