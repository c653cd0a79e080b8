import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { llmProviders } from "@/db/schema/llm";

export type ProviderRow = typeof llmProviders.$inferSelect;

/** The one that is switched on or drafts in the shadow. */
export async function activeRow(db: Db): Promise<ProviderRow | null> {
  const [row] = await db
    .select()
    .from(llmProviders)
    .where(and(ne(llmProviders.mode, "off"), isNull(llmProviders.archivedAt)));
  return row ?? null;
}

export async function providerRow(db: Db, id: string): Promise<ProviderRow | null> {
  const [row] = await db.select().from(llmProviders).where(eq(llmProviders.id, id));
  return row ?? null;
}

/** The provider if it is in this mode now; it stays so until the transaction ends. */
export async function heldRow(
  db: Db,
  { id, mode }: Pick<ProviderRow, "id" | "mode">,
): Promise<ProviderRow | null> {
  const { id: its, mode: now, archivedAt } = llmProviders;
  const [row] = await db
    .select()
    .from(llmProviders)
    .where(and(eq(its, id), eq(now, mode), isNull(archivedAt)))
    .for("share");
  return row ?? null;
}

/** All that were not removed, by name. */
export function liveProviders(db: Db): Promise<ProviderRow[]> {
  return db
    .select()
    .from(llmProviders)
    .where(isNull(llmProviders.archivedAt))
    .orderBy(asc(llmProviders.name));
}

/** Held until the transaction ends: changes of providers wait for each other, as one may be on. */
export async function lockProviders(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('llm.providers'))`);
}

export async function insertProvider(db: Db, row: typeof llmProviders.$inferInsert): Promise<void> {
  await db.insert(llmProviders).values(row);
}

export async function updateProvider(
  db: Db,
  id: string,
  change: Partial<typeof llmProviders.$inferInsert>,
): Promise<void> {
  await db.update(llmProviders).set(change).where(eq(llmProviders.id, id));
}
