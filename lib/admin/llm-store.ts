import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { llmBreakers, llmCalls, llmProviders } from "@/db/schema/llm";
import { tickets } from "@/db/schema/ticket";

/** Calls that the settings page shows. */
const SHOWN = 30;
/** Models and prompts whose calibration it shows. */
const MODELS = 20;

/** Providers that were not removed, by name, with what stands against each. */
export const providerRows = (db: Db) =>
  db
    .select({ provider: llmProviders, breaker: llmBreakers })
    .from(llmProviders)
    .leftJoin(llmBreakers, eq(llmBreakers.providerId, llmProviders.id))
    .where(isNull(llmProviders.archivedAt))
    .orderBy(asc(llmProviders.name));

export type DayRow = { day: string; micros: number; tokens: number; calls: number; faults: number };

/** What UTC days have cost since then; days without a call are left out. */
export function dayRows(db: Db, since: Date): Promise<DayRow[]> {
  return rowsOf<DayRow>(
    db,
    sql`select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day,
          sum(cost_micros)::float8 as micros,
          sum(input_tokens + output_tokens)::float8 as tokens,
          count(*) filter (where tries > 0)::int as calls,
          count(*) filter (where fault is not null and fault <> 'stopped')::int as faults
        from llm_calls where created_at >= ${since.toISOString()}::timestamptz
        group by 1 order by 1`,
  );
}

/** The newest calls. */
export const callRows = (db: Db) =>
  db
    .select({ call: llmCalls, ticket: { id: tickets.id, number: tickets.number } })
    .from(llmCalls)
    .leftJoin(tickets, eq(tickets.id, llmCalls.ticketId))
    .orderBy(desc(llmCalls.createdAt), desc(llmCalls.id))
    .limit(SHOWN);

export type CalibrationRow = {
  model: string;
  promptVersion: string;
  drafts: number;
  said: number;
  right: number;
};

/** Of each model, wherever it is asked, and each prompt, what was said of its drafts and how they ended; the newest first. */
export function calibrationRows(db: Db): Promise<CalibrationRow[]> {
  return rowsOf<CalibrationRow>(
    db,
    sql`select regexp_replace(model, '@[0-9a-f]{8}$', '') as model, prompt_version as "promptVersion",
          count(*)::int as drafts,
          avg(confidence)::float8 as said,
          avg(case when "right" then 1 else 0 end)::float8 as "right"
        from llm_drafts where "right" is not null
        group by 1, 2 order by max(settled_at) desc limit ${MODELS}`,
  );
}
