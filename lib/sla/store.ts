import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { calendars, slaPolicies } from "@/db/schema/sla";
import { Condition } from "../rule/model";
import type { Calendar } from "./model";

type CalendarStored = typeof calendars.$inferSelect;
type PolicyStored = typeof slaPolicies.$inferSelect;

/** A policy with what this version can read of it. */
export type Policy = Omit<PolicyStored, "createdAt" | "updatedAt" | "archivedAt"> & {
  /** Null: around the clock. */
  calendar: Calendar | null;
  /** Its conditions are of a kind that this version lacks: it matches nothing. */
  unreadable: boolean;
};

const Conditions = z.array(Condition);

/** Policies that are not put away, in their order; those that are switched off, too. */
export async function policyRows(db: Db): Promise<Policy[]> {
  const rows = await db
    .select({ policy: slaPolicies, calendar: calendars })
    .from(slaPolicies)
    .leftJoin(calendars, eq(calendars.id, slaPolicies.calendarId))
    .where(isNull(slaPolicies.archivedAt))
    .orderBy(asc(slaPolicies.position), asc(slaPolicies.id));
  // One object for each calendar: what was worked out of it is kept with it.
  const shared = new Map<string, Calendar>();
  return rows.map(({ policy, calendar }) => {
    const { createdAt, updatedAt, archivedAt, ...row } = policy;
    const conditions = Conditions.safeParse(row.conditions);
    const open = calendar && (shared.get(calendar.id) ?? calendarOf(calendar));
    if (calendar && open) shared.set(calendar.id, open);
    return {
      ...row,
      conditions: conditions.data ?? [],
      unreadable: !conditions.success,
      calendar: open,
    };
  });
}

/** Policies in force, in their order. */
export async function loadPolicies(db: Db): Promise<Policy[]> {
  return (await policyRows(db)).filter(({ enabled }) => enabled);
}

const calendarOf = ({ timeZone, hours, holidays }: CalendarStored): Calendar => ({
  timeZone,
  hours,
  holidays,
});

/** Calendars that are not put away, by name. */
export async function calendarRows(db: Db) {
  const rows = await db
    .select()
    .from(calendars)
    .where(isNull(calendars.archivedAt))
    .orderBy(asc(sql`lower(${calendars.name})`), asc(calendars.id));
  return rows.map(({ id, name, ...row }) => ({ id, name, ...calendarOf({ id, name, ...row }) }));
}

/** Those who change policies and calendars wait for each other until the transaction ends. */
export async function lockSla(db: Db): Promise<void> {
  await db.execute(sql`lock table ${slaPolicies} in share row exclusive mode`);
}

export async function policyById(db: Db, id: string): Promise<PolicyStored | null> {
  const [row] = await db.select().from(slaPolicies).where(eq(slaPolicies.id, id));
  return row ?? null;
}

export async function putPolicy(db: Db, row: typeof slaPolicies.$inferInsert): Promise<void> {
  const { id, createdAt, ...change } = row;
  await db
    .insert(slaPolicies)
    .values(row)
    .onConflictDoUpdate({ target: slaPolicies.id, set: change });
}

/** The place after all others. */
export async function nextPosition(db: Db): Promise<number> {
  const [row] = await db
    .select({ last: sql<number>`coalesce(max(${slaPolicies.position}), 0)::int` })
    .from(slaPolicies);
  return (row?.last ?? 0) + 1;
}

export async function setPosition(db: Db, id: string, position: number, at: Date): Promise<void> {
  await db
    .update(slaPolicies)
    .set({ position, updatedAt: at })
    .where(and(eq(slaPolicies.id, id), ne(slaPolicies.position, position)));
}

export async function calendarById(db: Db, id: string): Promise<CalendarStored | null> {
  const [row] = await db.select().from(calendars).where(eq(calendars.id, id));
  return row ?? null;
}

/** True when another calendar in use has that name. */
export async function calendarNamed(db: Db, name: string, but: string): Promise<boolean> {
  const rows = await db
    .select({ id: calendars.id })
    .from(calendars)
    .where(
      and(
        eq(sql`lower(${calendars.name})`, name.toLowerCase()),
        isNull(calendars.archivedAt),
        ne(calendars.id, but),
      ),
    );
  return rows.length > 0;
}

export async function putCalendar(db: Db, row: typeof calendars.$inferInsert): Promise<void> {
  const { id, createdAt, ...change } = row;
  await db.insert(calendars).values(row).onConflictDoUpdate({ target: calendars.id, set: change });
}

/** Names of policies in use that count by a calendar. */
export async function policiesOfCalendar(db: Db, calendarId: string): Promise<string[]> {
  const rows = await db
    .select({ name: slaPolicies.name })
    .from(slaPolicies)
    .where(and(eq(slaPolicies.calendarId, calendarId), isNull(slaPolicies.archivedAt)))
    .orderBy(asc(slaPolicies.position));
  return rows.map(({ name }) => name);
}

/** Of these calendars, those that are in use. */
export async function knownCalendars(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: calendars.id })
    .from(calendars)
    .where(and(inArray(calendars.id, [...ids]), isNull(calendars.archivedAt)));
  return rows.map(({ id }) => id);
}
