import type { Db } from "@/db/client";
import type { Area, Locale, Role } from "../person/model";
import type { Env } from "./env";
import { AppError } from "./errors";
import type { JobQueue } from "./job-queue";

/** Who asks: a person in the browser, another system, or the desk itself. */
export type Actor =
  | {
      type: "person";
      personId: string;
      role: Role;
      sessionId: string;
      /** What the person may do beyond the role. */
      areas?: readonly Area[];
      /** The language that they chose; null: as their browser says. */
      locale?: Locale | null;
    }
  | { type: "connection"; connectionId: string; scopes: readonly string[] }
  | { type: "job"; name: string }
  | { type: "system"; name: string };

/** What verbs work with. Tests pass a test database and a fixed clock. */
export type Tools = { db: Db; jobs: JobQueue; env: Env; now: () => Date };

/** Who asks, and with which tools. The first argument of every verb. */
export type Context = Tools & { actor: Actor };

const AGENT = [
  "ticket.read",
  "ticket.write",
  "ticket.reply",
  "draft.settle_held",
  "knowledge.read",
] as const;
const REVIEWER = [...AGENT, "draft.settle_flagged", "knowledge.write"] as const;
const ADMIN = [
  ...REVIEWER,
  "settings.read",
  "settings.write",
  "outbox.write",
  "rules.write",
  "ai.write",
  "people.write",
  "channels.write",
  "content.write",
  "audit.read",
  "system.write",
] as const;

const GRANTS: Record<Role, readonly string[]> = { agent: AGENT, reviewer: REVIEWER, admin: ADMIN };

export type Permission = (typeof ADMIN)[number];

/** What each area of the settings lets a person do who is no admin. */
const AREA_GRANTS: Record<Area, readonly Permission[]> = {
  rules: ["settings.read", "rules.write"],
  ai: ["settings.read", "ai.write"],
  people: ["settings.read", "people.write"],
  channels: ["settings.read", "channels.write"],
  content: ["settings.read", "content.write"],
  audit: ["settings.read", "audit.read"],
  system: ["settings.read", "system.write", "outbox.write"],
};

/** Throws `forbidden` unless the actor holds `permission`. Jobs act for the desk and hold all. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (!allowed(ctx.actor, permission)) throw new AppError("forbidden", "You may not do that.");
}

/** True when the actor may do it; for screens that hide what is not theirs. */
export function allowed(actor: Actor, permission: Permission): boolean {
  if (actor.type === "job" || actor.type === "system") return true;
  if (actor.type === "connection") return false; // connections are checked by scope
  if (GRANTS[actor.role].includes(permission)) return true;
  return (actor.areas ?? []).some((area) => AREA_GRANTS[area].includes(permission));
}

/** Throws `forbidden` unless the actor is a connection whose key has `scope`. */
export function requireScope(ctx: Context, scope: string): string {
  if (ctx.actor.type !== "connection" || !ctx.actor.scopes.includes(scope)) {
    throw new AppError("forbidden", `This key lacks the scope ${scope}.`);
  }
  return ctx.actor.connectionId;
}

/** The person behind the call. @throws `forbidden` for anyone else */
export function requirePerson(ctx: Context): string {
  if (ctx.actor.type !== "person") throw new AppError("forbidden", "Only a person may do that.");
  return ctx.actor.personId;
}

/** Runs `work` in one transaction (a savepoint when already inside one). */
export function transaction<T, C extends Context>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction((db) => work({ ...ctx, db }));
}
