import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { llmBreakers } from "@/db/schema/llm";
import type { LlmFault } from "./model";

export type BreakerRow = typeof llmBreakers.$inferSelect;

export async function breakerRow(db: Db, providerId: string): Promise<BreakerRow | null> {
  const [row] = await db.select().from(llmBreakers).where(eq(llmBreakers.providerId, providerId));
  return row ?? null;
}

/** Takes the one try of a rest that is over: nobody else may until `until`. */
export async function claimProbe(
  db: Db,
  seen: { providerId: string; openUntil: Date },
  until: Date,
): Promise<boolean> {
  const taken = await db
    .update(llmBreakers)
    .set({ openUntil: until })
    .where(
      and(eq(llmBreakers.providerId, seen.providerId), eq(llmBreakers.openUntil, seen.openUntil)),
    )
    .returning({ id: llmBreakers.providerId });
  return taken.length === 1;
}

/** Gives an unused try back. */
export async function releaseProbe(
  db: Db,
  claimed: { providerId: string; openUntil: Date },
  now: Date,
): Promise<void> {
  await claimProbe(db, claimed, now);
}

type Rest = {
  providerId: string;
  fault: LlmFault;
  /** Failures in a row before it rests at all. */
  threshold: number;
  /** The first rest, which doubles, and the longest one, seconds. */
  restSeconds: number;
  mostSeconds: number;
  /** Rest at least until then, whatever the number of failures. */
  atLeast: Date | null;
};

/** One more failure in a row. One statement, so that failures of many processes all count. */
export async function countFailure(db: Db, rest: Rest, now: Date): Promise<void> {
  const at = now.toISOString();
  const asked = rest.atLeast?.toISOString() ?? null;
  const restOf = (failures: ReturnType<typeof sql>) => sql`greatest(
    ${asked}::timestamptz,
    case when ${failures} >= ${rest.threshold} then ${at}::timestamptz + interval '1 second'
      * least(${rest.mostSeconds}::float8, ${rest.restSeconds}
        * power(2, least(${failures} - ${rest.threshold}, 20))) end)`;
  await db.execute(
    sql`insert into llm_breakers (provider_id, failures, fault, open_until, updated_at)
        values (${rest.providerId}::uuid, 1, ${rest.fault}, ${restOf(sql`1`)}, ${at}::timestamptz)
        on conflict (provider_id) do update set failures = llm_breakers.failures + 1,
          fault = excluded.fault, updated_at = excluded.updated_at,
          open_until = ${restOf(sql`(llm_breakers.failures + 1)`)}`,
  );
}

/** It answers, or was changed: nothing stands against it. */
export async function clearBreaker(db: Db, providerId: string): Promise<void> {
  await db.delete(llmBreakers).where(eq(llmBreakers.providerId, providerId));
}
