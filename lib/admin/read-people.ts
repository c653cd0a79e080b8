import type { z } from "zod";
import { Locale } from "../person/model";
import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import type { AccountView, PeopleView } from "./model";
import {
  inviteRows,
  memberRows,
  peopleRows,
  personWithSessions,
  ruleRows,
  teamRows,
} from "./people-store";

/** People, open invitations and teams, for those who may change them. */
export async function readPeople(ctx: Context): Promise<z.input<typeof PeopleView>> {
  requirePermission(ctx, "people.write");
  const now = ctx.now();
  const members = await memberRows(ctx.db);
  const rules = await ruleRows(ctx.db);
  return {
    people: (await peopleRows(ctx.db, now)).map(({ coverId, cover, ...row }) => ({
      ...row,
      teamIds: members.flatMap(({ teamId, personId }) => (personId === row.id ? [teamId] : [])),
      cover: row.awayUntil && coverId && cover ? { id: coverId, name: cover } : null,
    })),
    invites: (await inviteRows(ctx.db, now)).map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
    teams: (await teamRows(ctx.db)).map((row) => ({
      ...row,
      open: row.open ?? 0,
      members: members.filter(({ teamId }) => teamId === row.id).length,
      rules: rules.flatMap(({ name, actions }) => (actions.team === row.name ? [name] : [])),
    })),
  };
}

/** One's own account, with the browsers that are signed in. */
export async function readAccount(ctx: Context): Promise<z.input<typeof AccountView>> {
  requirePermission(ctx, "ticket.read");
  const found = await personWithSessions(ctx.db, requirePerson(ctx), ctx.now());
  if (!found) throw new AppError("not_found", "There is no such person.");
  const { id, name, email, role, awayUntil, coverId, locale } = found.person;
  const away = awayUntil && awayUntil > ctx.now();
  const current = ctx.actor.type === "person" ? ctx.actor.sessionId : null;
  return {
    person: {
      ...{ id, name, email, role },
      awayUntil: away ? awayUntil.toISOString() : null,
      coverId: away ? coverId : null,
      locale: Locale.nullable().catch(null).parse(locale),
    },
    sessions: found.sessions.map((row) => ({
      id: row.id,
      current: row.id === current,
      userAgent: row.userAgent,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}
