import type { Db } from "@/db/client";
import type { Role } from "../person/model";
import type { Env } from "./env";
import { AppError } from "./errors";
import type { JobQueue } from "./job-queue";

/** Who asks: a person in the browser, another system, or the desk itself. */
export type Actor =
  | { type: "person"; personId: string; role: Role; sessionId: string }
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
const ADMIN = [...REVIEWER, "settings.read", "settings.write", "outbox.write"] as const;

const GRANTS: Record<Role, readonly string[]> = { agent: AGENT, reviewer: REVIEWER, admin: ADMIN };

export type Permission = (typeof ADMIN)[number];

/** Throws `forbidden` unless the actor holds `permission`. Jobs act for the desk and hold all. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (!allowed(ctx.actor, permission)) throw new AppError("forbidden", "You may not do that.");
}

/** True when the actor may do it; for screens that hide what is not theirs. */
export function allowed(actor: Actor, permission: Permission): boolean {
  if (actor.type === "job" || actor.type === "system") return true;
  if (actor.type === "connection") return false; // connections are checked by scope
  return GRANTS[actor.role].includes(permission);
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
