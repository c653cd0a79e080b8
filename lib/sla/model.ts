import { z } from "zod";
import { Condition } from "../rule/model";
import { CLOCK_TARGETS } from "./terms";

export { CLOCK_TARGETS, TARGET_WORDS } from "./terms";

export const ClockTarget = z.enum(CLOCK_TARGETS);
export type ClockTarget = z.infer<typeof ClockTarget>;

/** A time of day, `09:00`; `24:00` is the end of the day. */
const ClockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time like 09:00");

/** Opening hours of one day of the week, 1 (Monday) to 7 (Sunday), in the calendar's time zone. */
export const OpenHours = z.object({
  day: z.number().int().min(1).max(7),
  from: ClockTime,
  to: ClockTime,
});
export type OpenHours = z.infer<typeof OpenHours>;

/** A day that is closed, whatever the week says. */
export const Holiday = z.object({ date: z.iso.date(), name: z.string().trim().max(100) });
export type Holiday = z.infer<typeof Holiday>;

/** An IANA name of a time zone, as `Intl` knows it. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** What is wrong with the hours of a week, in plain words; null when nothing is. */
export function hoursProblem(hours: readonly OpenHours[]): string | null {
  if (hours.length === 0) return "must be open at some time";
  if (hours.some(({ from, to }) => from >= to)) return "must close after they open";
  const sorted = hours.toSorted((a, b) => a.day - b.day || (a.from < b.from ? -1 : 1));
  const overlap = sorted.some((span, index) => {
    const next = sorted[index + 1];
    return next?.day === span.day && next.from < span.to;
  });
  return overlap ? "overlap on one day" : null;
}

/** Spans of a week, and closed days: far more than anybody keeps. */
const MOST_HOURS = 70;
const MOST_HOLIDAYS = 500;

/** When a desk is open. */
export const Calendar = z.object({
  timeZone: z.string().refine(isTimeZone, "is no time zone"),
  hours: z
    .array(OpenHours)
    .max(MOST_HOURS)
    .superRefine((hours, issues) => {
      const message = hoursProblem(hours);
      if (message) issues.addIssue({ code: "custom", message });
    }),
  holidays: z
    .array(Holiday)
    .max(MOST_HOLIDAYS)
    .refine(
      (days) => new Set(days.map(({ date }) => date)).size === days.length,
      "name a day twice",
    ),
});
export type Calendar = z.infer<typeof Calendar>;

export const CalendarInput = Calendar.extend({
  /** Left out: a new calendar. */
  calendarId: z.uuid().optional(),
  name: z.string().trim().min(1, "is missing").max(80),
});
export type CalendarInput = z.infer<typeof CalendarInput>;
export const CalendarRef = z.object({ calendarId: z.uuid() });
export type CalendarRef = z.infer<typeof CalendarRef>;

/** Longest promise: a year, minutes. */
export const MOST_MINUTES = 525_600;

/** Minutes of open time; null: nothing is promised. */
const Minutes = z.number().int().min(1).max(MOST_MINUTES).nullable();

const promise = {
  name: z.string().trim().min(1, "is missing").max(120),
  enabled: z.boolean(),
  /** All must hold. */
  conditions: z.array(Condition).max(50),
  /** Null: around the clock. */
  calendarId: z.uuid().nullable(),
  firstMinutes: Minutes,
  nextMinutes: Minutes,
  resolutionMinutes: Minutes,
};

export const PolicyInput = z
  .object({
    /** Left out: a new policy, at the end. */
    policyId: z.uuid().optional(),
    ...promise,
  })
  .refine((policy) => policy.firstMinutes || policy.nextMinutes || policy.resolutionMinutes, {
    path: ["firstMinutes"],
    message: "promise one of the three at least",
  });
export type PolicyInput = z.infer<typeof PolicyInput>;
export const PolicyRef = z.object({ policyId: z.uuid() });
export type PolicyRef = z.infer<typeof PolicyRef>;
/** All policies in their new order. */
export const PolicyOrder = z.object({ policyIds: z.array(z.uuid()).max(500) });
export type PolicyOrder = z.infer<typeof PolicyOrder>;

/** Minutes that a policy promises for a target; null: nothing. */
export function minutesFor(
  target: ClockTarget,
  policy: Pick<PolicyInput, "firstMinutes" | "nextMinutes" | "resolutionMinutes">,
): number | null {
  if (target === "resolution") return policy.resolutionMinutes;
  return target === "first" ? policy.firstMinutes : policy.nextMinutes;
}

const iso = z.iso.datetime();
const count = z.number().int();

/** Whether a calendar is open, and when that changes; null: not within a year. */
export const OpenState = z.object({ open: z.boolean(), changesAt: iso.nullable() });
export type OpenState = z.infer<typeof OpenState>;

/** What a policy would do to the tickets that are open now. */
export const PolicyForecast = z.object({
  /** Tickets that it is the first to match. */
  covers: count,
  /** Of those, with a target that is missed, or will be within the hour. */
  late: count,
  soon: count,
});
export type PolicyForecast = z.infer<typeof PolicyForecast>;

export const ForecastInput = z.object({
  policies: z.array(z.object({ id: z.string().max(60), ...promise })).max(501),
});
export type ForecastInput = z.infer<typeof ForecastInput>;

export const SlaForecast = z.object({
  /** By the policy's id. */
  policies: z.record(z.string(), PolicyForecast),
  /** Open tickets that no policy matches, and how many were looked at. */
  without: count,
  looked: count,
  /** There are more open tickets than were looked at. */
  more: z.boolean(),
});
export type SlaForecast = z.infer<typeof SlaForecast>;

export const PolicyRow = z.object({
  id: z.string(),
  ...promise,
  /** Its conditions, in plain words. */
  words: z.string(),
  /** They are of a kind that this version lacks: it matches nothing. */
  unreadable: z.boolean(),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

export const CalendarRow = Calendar.extend({
  id: z.string(),
  name: z.string(),
  now: OpenState,
  /** Names of the policies that count by it. */
  policies: z.array(z.string()),
});
export type CalendarRow = z.infer<typeof CalendarRow>;

/** The page of promises. */
export const SlaSettings = z.object({
  policies: z.array(PolicyRow),
  calendars: z.array(CalendarRow),
  forecast: SlaForecast,
});
export type SlaSettings = z.infer<typeof SlaSettings>;

/** What is promised for one ticket, and how its time stands. */
export const SlaView = z.object({
  /** Null: nothing is promised. */
  clock: z
    .object({
      policy: z.string(),
      /** Why this promise holds, in plain words. */
      because: z.string(),
      /** Null: around the clock. */
      calendar: z.object({ name: z.string(), timeZone: z.string(), now: OpenState }).nullable(),
      /** Why no time runs; null while it does. */
      paused: z.enum(["customer", "settled"]).nullable(),
      targets: z.array(
        z.object({
          target: ClockTarget,
          minutes: count,
          /** While paused: when it would be due if the customer wrote now. */
          dueAt: iso,
          late: z.boolean(),
          /** When the desk opens for the time that it falls into; null: it is open until then. */
          opensAt: iso.nullable(),
        }),
      ),
      /** Open time that the customer has waited in all, seconds. */
      waitedSeconds: count,
    })
    .nullable(),
});
export type SlaView = z.infer<typeof SlaView>;

/** What the journal tells of promises. `sla.warned`: a target is near; `sla.breached`: it is missed. */
const told = z.object({
  ticketId: z.uuid(),
  policyId: z.uuid(),
  target: ClockTarget,
  dueAt: iso,
});
export const SLA_EVENTS = {
  "sla.warned": told,
  "sla.breached": told,
  /** A policy or a calendar; `id` is null where all policies were put in order. */
  "sla.changed": z.object({
    kind: z.enum(["policy", "calendar"]),
    id: z.uuid().nullable(),
    name: z.string(),
    change: z.enum(["created", "edited", "removed", "restored", "reordered"]),
  }),
} as const;
