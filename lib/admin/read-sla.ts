import { isPaying } from "../customer/model";
import { type Context, requirePermission } from "../platform/context";
import { parseInput } from "../platform/parse";
import { checkAll, conditionWords, type RuleNames } from "../rule";
import type { Condition } from "../rule/model";
import { calendarRows, choosePolicy, dueTimes, factsNow, openState, policyRows } from "../sla";
import { type Calendar, ForecastInput, type SlaForecast, type SlaSettings } from "../sla/model";
import { categoryRows, intentRows } from "./content-store";
import { type OpenTicket, openTickets } from "./sla-store";

/** Open tickets that a forecast looks at; those beyond are told, not counted. */
const MOST = 2_000;
const HOUR = 3_600_000; // ms

/** Policies and calendars, and what they do to the tickets that are open now. */
export async function readSlaSettings(ctx: Context): Promise<SlaSettings> {
  requirePermission(ctx, "rules.write");
  const policies = await policyRows(ctx.db);
  const calendars = await calendarRows(ctx.db);
  const names = await namesOf(ctx);
  return {
    policies: policies.map(({ position, calendar, ...policy }) => ({
      ...policy,
      words: wordsOf(policy.conditions, names),
    })),
    calendars: calendars.map((calendar) => {
      const { open, changesAt } = openState(calendar, ctx.now());
      return {
        ...calendar,
        now: { open, changesAt: changesAt?.toISOString() ?? null },
        policies: policies
          .filter(({ calendarId }) => calendarId === calendar.id)
          .map(({ name }) => name),
      };
    }),
    forecast: await forecast(ctx, policies),
  };
}

/** What policies would do to the tickets that are open now, before they are saved. */
export async function forecastPolicies(ctx: Context, input: ForecastInput): Promise<SlaForecast> {
  requirePermission(ctx, "rules.write");
  const { policies } = parseInput(ForecastInput, input);
  const calendars = new Map((await calendarRows(ctx.db)).map((one) => [one.id, one]));
  const drafts = policies.map((policy) => ({
    ...policy,
    calendar: calendars.get(policy.calendarId ?? "") ?? null,
    unreadable: false,
  }));
  return forecast(ctx, drafts);
}

type Draft = Omit<ForecastInput["policies"][number], "calendarId"> & {
  calendar: Calendar | null;
  unreadable: boolean;
};

async function forecast(ctx: Context, policies: readonly Draft[]): Promise<SlaForecast> {
  const now = ctx.now();
  const rows = await openTickets(ctx.db, now, MOST + 1);
  const looked = rows.slice(0, MOST);
  const inForce = policies.filter(({ enabled }) => enabled);
  const found = new Map(policies.map(({ id }) => [id, { covers: 0, late: 0, soon: 0 }]));
  let without = 0;
  for (const ticket of looked) {
    const facts = factsOf(ticket, now);
    const chosen = choosePolicy(inForce, (conditions) => checkAll(conditions, facts));
    const counts = chosen && found.get(chosen.policy.id);
    if (!counts) {
      without++;
      continue;
    }
    const dueAt = dueOf(chosen.policy, ticket);
    counts.covers++;
    if (dueAt && dueAt <= now) counts.late++;
    else if (dueAt && dueAt.getTime() <= now.getTime() + HOUR) counts.soon++;
  }
  const more = rows.length > MOST;
  return { policies: Object.fromEntries(found), without, looked: looked.length, more };
}

function dueOf(policy: Draft, { waitingSince, answered, waitedSeconds }: OpenTicket): Date | null {
  if (!waitingSince) return null;
  return dueTimes(policy, { waitingSince: new Date(waitingSince), answered, waitedSeconds }).dueAt;
}

function factsOf(ticket: OpenTicket, now: Date) {
  const { tier, trialUntil, failedInvoices, account, kept, text } = ticket;
  return factsNow(
    { ...ticket, createdAt: new Date(ticket.createdAt) },
    {
      tier,
      inTrial: trialUntil ? new Date(trialUntil) > now : tier === "trial",
      paying: isPaying(tier),
      failedInvoices,
      account,
    },
    kept && { ...kept, ...(text !== null && { text }) },
  );
}

async function namesOf(ctx: Context): Promise<RuleNames> {
  const names = (rows: readonly { slug: string; name: string }[]) => {
    const bySlug = new Map(rows.map(({ slug, name }) => [slug, name]));
    return (slug: string) => bySlug.get(slug) ?? slug;
  };
  return {
    intent: names(await intentRows(ctx.db)),
    category: names(await categoryRows(ctx.db)),
    person: String,
  };
}

/** Rules ask for the priority as it was scored; a promise, for the one that the ticket has now. */
function wordsOf(conditions: readonly Condition[], names: RuleNames): string {
  const words = conditions.map((condition) => conditionWords(condition, names)).join(" and ");
  return words.replaceAll("scored priority", "priority") || "every ticket";
}
