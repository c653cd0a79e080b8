import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { invites, people, sessions, teamMembers, teams } from "@/db/schema/person";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { contextOfSession } from "../platform/session";
import { visitor } from "../platform/visitor";
import {
  acceptInvite,
  changePerson,
  disablePerson,
  enablePerson,
  endOwnSession,
  endSessions,
  invitePerson,
  readInvite,
  removeTeam,
  revokeInvite,
  saveTeam,
  setAway,
  setFallbackTeam,
  setLocale,
  signIn,
} from ".";

let ctx: TestContext;
let adminId: string;
const NEW = { name: "Noor Haddad", email: "Noor@Desk.test", role: "agent" as const };
const PASSWORD = "kettle-marble-ninety";

beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
  adminId = idOf(ctx);
});

function idOf({ actor }: TestContext): string {
  if (actor.type !== "person") throw new Error("no person");
  return actor.personId;
}

const anyone = () => ({ ...ctx, actor: visitor(ctx).actor });
const accept = (token: string) =>
  acceptInvite(anyone(), { token, name: "Noor", password: PASSWORD });
const told = async (type: string) =>
  (await ctx.db.select().from(events).where(eq(events.type, type)).orderBy(events.seq)).map(
    ({ payload }) => payload,
  );
const personOf = async (id: string) =>
  (await ctx.db.select().from(people).where(eq(people.id, id)))[0];

describe("an invitation", () => {
  test("makes a person with role, areas and teams, once; the token is stored hashed", async () => {
    const { teamId } = await saveTeam(ctx, { name: "Night shift" });
    const { token } = await invitePerson(ctx, { ...NEW, areas: ["rules"], teamIds: [teamId] });
    expect(JSON.stringify(await ctx.db.select().from(invites))).not.toContain(token);
    expect(await readInvite(anyone(), { token })).toEqual({
      name: "Noor Haddad",
      email: "noor@desk.test",
    });

    const { email } = await accept(token);

    const { sessionId } = await signIn(anyone(), {
      email,
      password: PASSWORD,
      address: null,
      userAgent: null,
    });
    const actor = (await contextOfSession(ctx, sessionId))?.actor;
    expect(actor).toMatchObject({ role: "agent", areas: ["rules"] });
    expect(await ctx.db.select().from(teamMembers)).toMatchObject([{ teamId }]);
    await expect(accept(token)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("ends when it is withdrawn, too old, or followed by another one", async () => {
    const first = await invitePerson(ctx, NEW);
    const second = await invitePerson(ctx, NEW);
    await expect(accept(first.token)).rejects.toMatchObject({ code: "forbidden" });
    await revokeInvite(ctx, second);
    await expect(accept(second.token)).rejects.toMatchObject({ code: "forbidden" });
    const third = await invitePerson(ctx, NEW);
    ctx.advance(7 * 86_400_000 + 1);
    await expect(accept(third.token)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(people)).toHaveLength(1);
  });

  test("for an address that is taken is refused; a short password uses nothing up", async () => {
    const { token } = await invitePerson(ctx, NEW);
    await expect(
      acceptInvite(anyone(), { token, name: "Noor", password: "short" }),
    ).rejects.toMatchObject({ code: "invalid" });
    await accept(token);
    await expect(invitePerson(ctx, NEW)).rejects.toMatchObject({ code: "conflict" });
  });

  test.skipIf(!onPostgres)("used by many at once makes one person", async () => {
    const { token } = await invitePerson(ctx, NEW);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => accept(token)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("ends with the right of whoever has made it", async () => {
    const lead = await as(ctx, { role: "agent" });
    const personId = idOf(lead);
    const mayInvite = { ...lead, actor: { ...lead.actor, areas: ["people"] } } as TestContext;
    const invited = async (email: string) =>
      (await invitePerson(mayInvite, { name: "Again", email, role: "agent" })).token;

    await changePerson(ctx, { personId, areas: ["people"] });
    const first = await invited("first@desk.test");
    await changePerson(ctx, { personId, capacity: 3 });
    await expect(readInvite(ctx, { token: first })).resolves.toMatchObject({ name: "Again" });
    await changePerson(ctx, { personId, areas: [] });
    await expect(readInvite(ctx, { token: first })).rejects.toMatchObject({ code: "forbidden" });

    const second = await invited("second@desk.test");
    await disablePerson(ctx, { personId });
    await expect(readInvite(ctx, { token: second })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not for those who may not; who may invite makes nobody more than themselves", async () => {
    const reviewer = await as(ctx, { role: "reviewer" });
    await expect(invitePerson(reviewer, NEW)).rejects.toMatchObject({ code: "forbidden" });
    if (reviewer.actor.type !== "person") throw new Error("no person");
    const lead = { ...reviewer, actor: { ...reviewer.actor, areas: ["people" as const] } };
    await expect(invitePerson(lead, NEW)).resolves.toBeDefined();
    for (const more of [{ role: "admin" as const }, { areas: ["ai" as const] }]) {
      const input = { ...NEW, email: "more@desk.test", ...more };
      await expect(invitePerson(lead, input)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      changePerson(lead, { personId: idOf(reviewer), areas: ["ai"] }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(disablePerson(lead, { personId: adminId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a person", () => {
  test("changes role at once; the last admin stays one", async () => {
    const agent = await as(ctx, { role: "agent" });
    await expect(changePerson(ctx, { personId: adminId, role: "agent" })).rejects.toMatchObject({
      code: "conflict",
    });
    await changePerson(ctx, { personId: idOf(agent), role: "admin", capacity: 5 });
    await changePerson(ctx, { personId: adminId, role: "agent" });
    expect(await personOf(idOf(agent))).toMatchObject({ role: "admin", capacity: 5 });
    expect(await told("person.changed")).toMatchObject([
      { change: "role", before: "agent", after: "admin" },
      { change: "capacity", before: null, after: 5 },
      { change: "role", before: "admin", after: "agent" },
    ]);
  });

  test.skipIf(!onPostgres)("two admins who unmake each other at once: one is left", async () => {
    const other = await as(ctx, { role: "admin" });
    await Promise.allSettled([
      changePerson(ctx, { personId: idOf(other), role: "agent" }),
      changePerson(other, { personId: adminId, role: "agent" }),
    ]);
    const admins = await ctx.db.select().from(people).where(eq(people.role, "admin"));
    expect(admins).toHaveLength(1);
  });

  test("who is shut out is signed out, and comes back with the same role", async () => {
    const agent = await as(ctx, { role: "agent" });
    const personId = idOf(agent);
    await disablePerson(ctx, { personId });
    expect(await ctx.db.select().from(sessions).where(eq(sessions.personId, personId))).toEqual([]);
    await enablePerson(ctx, { personId });
    expect(await personOf(personId)).toMatchObject({ role: "agent", disabledAt: null });
    await expect(disablePerson(ctx, { personId: adminId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is away by their own word, or by that of those who may; with a cover who is there", async () => {
    const agent = await as(ctx, { role: "agent" });
    const other = await as(ctx, { role: "agent" });
    const until = new Date(ctx.now().getTime() + 86_400_000).toISOString();
    const personId = idOf(agent);
    await setAway(agent, { personId, until, coverId: idOf(other) });
    expect(await personOf(personId)).toMatchObject({ coverId: idOf(other) });
    await expect(setAway(other, { personId, until: null })).rejects.toMatchObject({
      code: "forbidden",
    });
    await setAway(ctx, { personId, until: null });
    expect(await personOf(personId)).toMatchObject({ awayUntil: null, coverId: null });
    for (const wrong of [{ until: new Date(0).toISOString() }, { until, coverId: personId }]) {
      await expect(setAway(agent, { personId, ...wrong })).rejects.toMatchObject({
        code: "invalid",
      });
    }
  });

  test("chooses a language, and leaves it to the browser again; never for another", async () => {
    const agent = await as(ctx, { role: "agent" });
    await setLocale(agent, { locale: "de" });
    expect(await personOf(idOf(agent))).toMatchObject({ locale: "de" });
    await setLocale(agent, { locale: null });
    expect(await personOf(idOf(agent))).toMatchObject({ locale: null });
    // A language that is not there never reaches the database.
    await expect(setLocale(agent, JSON.parse('{"locale":"tlh"}'))).rejects.toMatchObject({
      code: "invalid",
    });
    const job = await as(ctx, { actor: { type: "job", name: "route.ticket" } });
    await expect(setLocale(job, { locale: "de" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await personOf(idOf(ctx))).toMatchObject({ locale: null });
  });

  test("signs out of all other browsers, or of one; only of their own", async () => {
    const agent = await as(ctx, { role: "agent" });
    const [own] = await ctx.db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, idOf(agent)));
    if (!own) throw new Error("no session");
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
    await ctx.db.insert(sessions).values([
      { ...own, id: one },
      { ...own, id: two },
    ]);
    await endOwnSession(agent, { sessionId: one });
    expect(await endSessions(agent, { personId: idOf(agent) })).toEqual({ sessions: 1 });
    await endOwnSession(ctx, { sessionId: own.id }); // somebody else's: nothing happens
    const left = await ctx.db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, idOf(agent)));
    expect(left.map(({ id }) => id)).toEqual([own.id]);
    await expect(endSessions(agent, { personId: adminId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a team", () => {
  test("is made, renamed and taken away; the one that tickets fall back to stays", async () => {
    const { teamId } = await saveTeam(ctx, { name: "Night shift" });
    await expect(saveTeam(ctx, { name: "night SHIFT" })).rejects.toMatchObject({
      code: "conflict",
    });
    await saveTeam(ctx, { teamId, name: "Evening shift" });
    await setFallbackTeam(ctx, { teamId });
    await expect(removeTeam(ctx, { teamId })).rejects.toMatchObject({ code: "conflict" });
    const [first] = await ctx.db.select().from(teams).where(eq(teams.name, "Support Tier 1"));
    await setFallbackTeam(ctx, { teamId: first?.id ?? "" });
    await removeTeam(ctx, { teamId });
    expect(await told("team.changed")).toMatchObject([
      { change: "created", after: "Night shift" },
      { change: "renamed", before: "Night shift", after: "Evening shift" },
      { change: "fallback" },
      { change: "fallback" },
      { change: "removed", before: "Evening shift" },
    ]);
    const reviewer = await as(ctx, { role: "reviewer" });
    await expect(saveTeam(reviewer, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
