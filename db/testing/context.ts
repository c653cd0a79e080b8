import { inject } from "vitest";
import type { Scope } from "@/lib/channel/model";
import type { Role } from "@/lib/person/model";
import type { Actor, Context } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { seal } from "@/lib/platform/secrets";
import type { Database } from "../client";
import { connections } from "../schema/channel";
import { people, sessions } from "../schema/person";
import { testDatabase } from "./database";

/** True in the run on real Postgres: `test.skipIf(!onPostgres)` guards tests of races. */
export const onPostgres = inject("databaseKind") === "postgres";

/** Secret of every connection that `makeContext({ connection })` makes. */
export const CONNECTION_SECRET = "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IQ==";

export type TestContext = Context & {
  database: Database;
  /** Moves `ctx.now()` ahead of the real time, milliseconds. Also for copies of the context. */
  advance: (ms: number) => void;
};

type Who = {
  /** A signed-in person of this role; `agent` when nothing is named. */
  role?: Role;
  /** Another system, with a key of these scopes. */
  connection?: Scope[];
  /** Anyone else, for instance `{ type: "job", name: "test" }`. */
  actor?: Actor;
};

/**
 * A context on a migrated database that holds nothing but default teams, categories and rules.
 * Called again in the same test, it gives another actor on the same database.
 */
export async function makeContext(who: Who = {}): Promise<TestContext> {
  const { database, runner } = await testDatabase();
  const clock = { aheadMs: 0 };
  const base = {
    db: database.db,
    jobs: runner,
    env: parseEnv({
      NODE_ENV: "test",
      NEXTAUTH_SECRET: "a secret of at least 32 characters for tests",
      LOG_LEVEL: "silent",
      PUBLIC_URL: "http://desk.test",
    }),
    now: () => new Date(Date.now() + clock.aheadMs),
    database,
    advance: (ms: number) => {
      clock.aheadMs += ms;
    },
  };
  return { ...base, actor: await makeActor(base, who) };
}

/** The same database and clock for somebody else. */
export async function as(ctx: TestContext, who: Who): Promise<TestContext> {
  return { ...ctx, actor: await makeActor(ctx, who) };
}

async function makeActor(ctx: Omit<Context, "actor">, who: Who): Promise<Actor> {
  if (who.actor) return who.actor;
  if (who.connection) {
    const connectionId = newId();
    await ctx.db.insert(connections).values({
      id: connectionId,
      name: `Connection ${connectionId}`,
      source: "test",
      secretSealed: seal(ctx.env.NEXTAUTH_SECRET, CONNECTION_SECRET),
    });
    return { type: "connection", connectionId, scopes: who.connection };
  }
  const role = who.role ?? "agent";
  const personId = newId();
  const sessionId = newId();
  await ctx.db.insert(people).values({
    id: personId,
    name: `Test ${role}`,
    email: `${role}-${personId}@desk.test`,
    role,
  });
  const expiresAt = new Date(ctx.now().getTime() + 86_400_000); // a day
  await ctx.db.insert(sessions).values({ id: sessionId, personId, expiresAt });
  return { type: "person", personId, role, sessionId };
}
