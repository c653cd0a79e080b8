import { and, eq, inArray, sql } from "drizzle-orm";
import { derivedId } from "@/lib/platform/ids";
import type { Db } from "../client";
import { calendars, slaPolicies } from "../schema/sla";

const CALENDAR = derivedId("demo", "calendar");
const POLICIES = [
  {
    id: derivedId("demo", "policy", "pressing"),
    name: "Enterprise and urgent",
    conditions: [
      {
        any: [
          { field: "tier" as const, is: "enterprise" },
          { field: "priority" as const, is: "urgent" as const },
        ],
      },
    ],
    firstMinutes: 60,
    nextMinutes: 120,
    resolutionMinutes: 960,
  },
  {
    id: derivedId("demo", "policy", "everybody"),
    name: "Everybody else",
    conditions: [],
    firstMinutes: 480,
    nextMinutes: 480,
    resolutionMinutes: 2400,
  },
];

/** Closed whatever the year; the days on which the company's office is. */
const HOLIDAYS = [
  { day: "01-01", name: "New Year" },
  { day: "05-01", name: "Labour Day" },
  { day: "10-03", name: "German Unity Day" },
  { day: "12-25", name: "Christmas Day" },
  { day: "12-26", name: "Second day of Christmas" },
];

/** Office hours in Berlin, and two promises. The clocks of the tickets follow, as a job. */
export async function insertPromises(db: Db, now: Date): Promise<void> {
  const times = { createdAt: now, updatedAt: now };
  const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1];
  await db.insert(calendars).values({
    id: CALENDAR,
    name: "Office hours",
    timeZone: "Europe/Berlin",
    hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "17:00" })),
    holidays: years.flatMap((year) =>
      HOLIDAYS.map(({ day, name }) => ({ date: `${year}-${day}`, name })),
    ),
    ...times,
  });
  await db.insert(slaPolicies).values(
    POLICIES.map((policy, index) => ({
      ...policy,
      position: index + 1,
      calendarId: CALENDAR,
      ...times,
    })),
  );
}

/** Takes them away again, but for what people have changed since. */
export async function deletePromises(db: Db): Promise<void> {
  const ids = POLICIES.map(({ id }) => id);
  await db
    .delete(slaPolicies)
    .where(and(inArray(slaPolicies.id, ids), eq(slaPolicies.updatedAt, slaPolicies.createdAt)));
  await db
    .delete(calendars)
    .where(
      and(
        eq(calendars.id, CALENDAR),
        eq(calendars.updatedAt, calendars.createdAt),
        sql`not exists (select 1 from ${slaPolicies} where ${slaPolicies.calendarId} = ${calendars.id})`,
      ),
    );
}
