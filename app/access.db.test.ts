import { describe, expect, test } from "vitest";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { SCOPES } from "@/lib/channel/model";
import { AREAS, type Role } from "@/lib/person/model";
import type { Context } from "@/lib/platform/context";
import { describeFailure } from "@/lib/platform/errors";
import { visitor } from "@/lib/platform/visitor";
import { ACTIONS, type Allowed, MACHINE_ROUTES, ROUTES } from "./access-table";

type Verb = (ctx: Context, input: object) => Promise<unknown>;

const ROLES: readonly Role[] = ["agent", "reviewer", "admin"];

const allows = ({ from }: Allowed, role: Role) => ROLES.indexOf(role) >= ROLES.indexOf(from);

/** Refused before anything is read: an empty input is no way around the permission. */
async function isForbidden(verb: Verb, ctx: Context): Promise<boolean> {
  try {
    await verb(ctx, {});
    return false;
  } catch (error) {
    return describeFailure(error).code === "forbidden";
  }
}

const actions = verbsOf(
  import.meta.glob<Record<string, unknown>>("./actions/*.ts", { eager: true }),
  (path, name) => `${path.replace("./actions/", "").replace(".ts", "")}.${name}`,
  "verb",
);

const routeName = (path: string) => path.replace("./api/", "").replace("/route.ts", "");
const routeFiles = import.meta.glob<Record<string, unknown>>("./api/**/route.ts", { eager: true });
const routes = verbsOf(routeFiles, routeName, "read");

function verbsOf(
  modules: Record<string, Record<string, unknown>>,
  nameOf: (path: string, name: string) => string,
  property: "verb" | "read",
): Map<string, Verb> {
  const found = new Map<string, Verb>();
  for (const [path, exported] of Object.entries(modules)) {
    for (const [name, value] of Object.entries(exported)) {
      // Made by action() or jsonRoute(), which hang what they call on what they make.
      const verb = (value as Partial<Record<string, Verb>> | null)?.[property];
      if (verb) found.set(nameOf(path, name), verb);
    }
  }
  return found;
}
/** Everybody who might try: strangers, other systems, people of each role, people let into an area. */
async function everybody(ctx: TestContext) {
  const roles = await Promise.all(
    ROLES.map(async (role) => ({ role, ctx: await as(ctx, { role }) })),
  );
  const agent = await as(ctx, { role: "agent" });
  const { actor } = agent;
  if (actor.type !== "person") throw new Error("no person");
  return {
    strangers: [visitor(ctx), await as(ctx, { connection: [...SCOPES] })],
    roles,
    insiders: AREAS.map((inside) => ({
      inside,
      ctx: { ...agent, actor: { ...actor, areas: [inside] } },
    })),
  };
}

/** Who gets through, other than the table says; empty when all is as it should be. */
async function wrong(
  name: string,
  verb: Verb,
  allowed: Allowed,
  { strangers, roles, insiders }: Awaited<ReturnType<typeof everybody>>,
): Promise<string[]> {
  const found: string[] = [];
  const expectForbidden = async (who: string, ctx: Context, forbidden: boolean) => {
    if ((await isForbidden(verb, ctx)) !== forbidden) {
      found.push(`${name}: ${who} is ${forbidden ? "let in" : "kept out"}`);
    }
  };
  for (const ctx of strangers) await expectForbidden("a stranger or foreign key", ctx, true);
  for (const { role, ctx } of roles) await expectForbidden(role, ctx, !allows(allowed, role));
  if (allowed.from !== "admin") return found; // an area lets in only where the role does not
  for (const { inside, ctx } of insiders) {
    await expectForbidden(`area ${inside}`, ctx, !allowed.areas?.includes(inside));
  }
  return found;
}

const MINUTES = 3 * 60_000; // ms: every verb is tried as everybody

describe("who may do what", () => {
  test("every action and every route stands in the table", () => {
    expect([...actions.keys()].sort()).toEqual(Object.keys(ACTIONS).sort());
    expect([...routes.keys()].sort()).toEqual(Object.keys(ROUTES).sort());
    // A route made by hand is let in by something else than a session, and is listed with it.
    const listed = [...Object.keys(ROUTES), ...Object.keys(MACHINE_ROUTES)];
    expect(Object.keys(routeFiles).map(routeName).sort()).toEqual(listed.sort());
  });

  test.each([
    ["actions", actions, ACTIONS],
    ["routes", routes, ROUTES],
  ] as const)(
    "%s let in whom the table names, and nobody else",
    async (_, verbs, table) => {
      const all = await everybody(await makeContext());
      const found: string[] = [];
      for (const [name, verb] of verbs) {
        const allowed = (table as Record<string, Allowed | "nobody">)[name];
        // Those before sign-in ask for a one-time token, which their own tests are about.
        if (!allowed || allowed === "nobody") continue;
        found.push(...(await wrong(name, verb, allowed, all)));
      }
      expect(found).toEqual([]);
    },
    MINUTES,
  );
});
