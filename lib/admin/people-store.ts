import { and, asc, count, desc, eq, gt, isNull, notInArray, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { invites, people, sessions, teamMembers, teams } from "@/db/schema/person";
import { rules } from "@/db/schema/rule";
import { tickets } from "@/db/schema/ticket";
import type { Area, Role } from "../person/model";

const OVER = ["resolved", "closed"] as const;

type PersonFacts = {
  id: string;
  name: string;
  email: string;
  role: Role;
  areas: Area[];
  capacity: number | null;
  awayUntil: string | null;
  coverId: string | null;
  cover: string | null;
  disabledAt: string | null;
  open: number;
  sessions: number;
  lastSeenAt: string | null;
};

/** Everybody who works here or did, the active ones first. Times are ISO. */
export function peopleRows(db: Db, now: Date): Promise<PersonFacts[]> {
  const at = now.toISOString();
  return rowsOf<PersonFacts>(
    db,
    sql`select p.id, p.name, p.email, p.role, p.areas, p.capacity, c.name as cover,
          case when p.away_until > ${at}::timestamptz then ${iso("p.away_until")} end as "awayUntil",
          p.cover_id as "coverId", ${iso("p.disabled_at")} as "disabledAt",
          coalesce(t.open, 0)::int as open, coalesce(s.sessions, 0)::int as sessions,
          ${iso("s.seen")} as "lastSeenAt"
        from people p
        left join people c on c.id = p.cover_id
        left join (select assignee_id, count(*) as open from tickets
          where status not in ('resolved', 'closed') group by 1) t on t.assignee_id = p.id
        left join (select person_id, count(*) as sessions,
            max(coalesce(last_seen_at, created_at)) as seen
          from sessions where expires_at > ${at}::timestamptz group by 1) s on s.person_id = p.id
        order by p.disabled_at is not null, p.name, p.id`,
  );
}

/** A column as the text of a moment in UTC, the same from both databases. */
const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

export function memberRows(db: Db) {
  return db.select().from(teamMembers).orderBy(asc(teamMembers.teamId));
}

/** Invitations that can still be accepted, newest first. */
export function inviteRows(db: Db, now: Date) {
  return db
    .select({
      id: invites.id,
      name: invites.name,
      email: invites.email,
      role: invites.role,
      by: people.name,
      createdAt: invites.createdAt,
      expiresAt: invites.expiresAt,
    })
    .from(invites)
    .leftJoin(people, eq(people.id, invites.createdBy))
    .where(and(isNull(invites.usedAt), isNull(invites.revokedAt), gt(invites.expiresAt, now)))
    .orderBy(desc(invites.createdAt), asc(invites.id));
}

export function teamRows(db: Db) {
  const open = db
    .select({ teamId: tickets.teamId, open: count().as("open") })
    .from(tickets)
    .where(notInArray(tickets.status, [...OVER]))
    .groupBy(tickets.teamId)
    .as("open");
  return db
    .select({
      id: teams.id,
      name: teams.name,
      fallback: teams.fallback,
      aiStopped: teams.aiStopped,
      open: open.open,
    })
    .from(teams)
    .leftJoin(open, eq(open.teamId, teams.id))
    .orderBy(asc(teams.name));
}

/** Rules by what they do, to say which of them name something. */
export function ruleRows(db: Db) {
  return db
    .select({ name: rules.name, conditions: rules.conditions, actions: rules.actions })
    .from(rules)
    .orderBy(asc(rules.position));
}

export async function personWithSessions(db: Db, personId: string, now: Date) {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), asc(sessions.id));
  return person ? { person, sessions: rows } : null;
}
