import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { people, sessions, signInAttempts } from "@/db/schema/person";
import { makeContext, type TestContext } from "@/db/testing/context";
import { newId } from "@/lib/platform/ids";
import { contextOfSession } from "@/lib/platform/session";
import { visitor } from "@/lib/platform/visitor";
import { endSession } from "./end-session";
import { hashPassword } from "./password";
import { signIn } from "./sign-in";
import { FAILURES_PER_ADDRESS, FAILURES_PER_EMAIL } from "./throttle";

const EMAIL = "mina@desk.test";
const PASSWORD = "kettle-marble-ninety";
const RIGHT = { email: EMAIL, password: PASSWORD, address: "198.51.100.7", userAgent: "test" };
const WRONG = { ...RIGHT, password: "kettle-marble-eighty" };

let ctx: TestContext;
let personId: string;

beforeEach(async () => {
  ctx = { ...(await makeContext()) };
  ctx.actor = visitor(ctx).actor;
  personId = newId();
  const passwordHash = await hashPassword(PASSWORD);
  await ctx.db
    .insert(people)
    .values({ id: personId, name: "Mina", email: EMAIL, role: "reviewer", passwordHash });
});

describe("signIn", () => {
  test("begins a session that holds until it ends", async () => {
    const { sessionId } = await signIn(ctx, { ...RIGHT, email: " Mina@Desk.TEST " });

    expect((await contextOfSession(ctx, sessionId))?.actor).toEqual({
      type: "person",
      personId,
      role: "reviewer",
      areas: [],
      locale: null,
      sessionId,
    });
    expect(
      await ctx.db.select().from(events).where(eq(events.type, "person.signed_in")),
    ).toMatchObject([{ actorType: "person", actorId: personId, payload: { personId } }]);
  });

  test("answers the same for a wrong password, an unknown address and one who has left", async () => {
    const refusal = {
      code: "unauthenticated",
      message: "The e-mail address or the password is wrong.",
    };
    await expect(signIn(ctx, WRONG)).rejects.toMatchObject(refusal);
    await expect(signIn(ctx, { ...RIGHT, email: "who@desk.test" })).rejects.toMatchObject(refusal);
    await expect(signIn(ctx, { ...RIGHT, email: "" })).rejects.toMatchObject(refusal);
    await ctx.db.update(people).set({ disabledAt: new Date() });
    await expect(signIn(ctx, RIGHT)).rejects.toMatchObject(refusal);
    await ctx.db.update(people).set({ disabledAt: null, passwordHash: null });
    await expect(signIn(ctx, RIGHT)).rejects.toMatchObject(refusal);
  });

  test("keeps no address in clear", async () => {
    await expect(signIn(ctx, WRONG)).rejects.toThrow();
    const counters = await ctx.db.select().from(signInAttempts);
    expect(counters).toHaveLength(2);
    for (const { key } of counters) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("throttle", () => {
  test("refuses an address after ten failures, also with the right password, for 15 minutes", async () => {
    for (let failure = 0; failure < FAILURES_PER_EMAIL; failure++) {
      await expect(signIn(ctx, { ...WRONG, address: null })).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
    await expect(signIn(ctx, RIGHT)).rejects.toMatchObject({ code: "rate_limited" });
    ctx.advance(15 * 60_000 + 1_000);
    await expect(signIn(ctx, RIGHT)).resolves.toMatchObject({ sessionId: expect.any(String) });
  });

  test("counts all at once: of many guesses together no more than ten are looked at", async () => {
    const guesses = Array.from({ length: 40 }, () => signIn(ctx, { ...WRONG, address: null }));
    const results = await Promise.allSettled(guesses);
    const codes = results.map((result) =>
      result.status === "rejected" ? (result.reason as { code?: string }).code : "signed in",
    );
    expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(FAILURES_PER_EMAIL);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(40 - FAILURES_PER_EMAIL);
  });

  test("counts a browser that tries many people", async () => {
    const guesses = Array.from({ length: FAILURES_PER_ADDRESS + 1 }, (_, index) =>
      signIn(ctx, { ...WRONG, email: `guess-${index}@desk.test` }),
    );
    const results = await Promise.allSettled(guesses);
    expect(
      results.filter((r) => r.status === "rejected" && r.reason.code === "rate_limited"),
    ).toHaveLength(1);
    await expect(signIn(ctx, RIGHT)).rejects.toMatchObject({ code: "rate_limited" });
    await expect(signIn(ctx, { ...RIGHT, address: "198.51.100.8" })).resolves.toBeDefined();
  });

  test("never counts a success", async () => {
    for (let visit = 0; visit < FAILURES_PER_EMAIL + 3; visit++) await signIn(ctx, RIGHT);
    const counters = await ctx.db.select().from(signInAttempts);
    expect(counters.map((counter) => counter.failures)).toEqual([0, 0]);
  });
});

describe("a session ends", () => {
  test("at sign-out", async () => {
    const { sessionId } = await signIn(ctx, RIGHT);
    await endSession(ctx, { sessionId });
    expect(await contextOfSession(ctx, sessionId)).toBeNull();
  });

  test("when the person is disabled or gone", async () => {
    const { sessionId } = await signIn(ctx, RIGHT);
    await ctx.db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId));
    expect(await contextOfSession(ctx, sessionId)).toBeNull();
    await ctx.db.delete(people).where(eq(people.id, personId));
    expect(await ctx.db.select().from(sessions).where(eq(sessions.id, sessionId))).toEqual([]);
  });

  test("after fourteen days, and its row goes at the next sign-in", async () => {
    const { sessionId } = await signIn(ctx, RIGHT);
    ctx.advance(14 * 86_400_000 + 1);
    expect(await contextOfSession(ctx, sessionId)).toBeNull();
    await signIn(ctx, RIGHT);
    expect(await ctx.db.select().from(sessions).where(eq(sessions.id, sessionId))).toEqual([]);
  });
});
