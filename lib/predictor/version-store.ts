import { and, desc, eq, gte, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { modelVersions } from "@/db/schema/predictor";
import { AppError } from "../platform/errors";

export type VersionRow = typeof modelVersions.$inferSelect;

/** Snapshots kept to start from; older versions can be built again from the ledger. */
const SNAPSHOTS = 4;

/** The newest state that can be loaded, made by this version of the code. */
export async function newestSnapshot(
  db: Db,
  engineVersion: number,
): Promise<{ upToSeq: number; snapshot: Uint8Array } | null> {
  const [row] = await db
    .select({ upToSeq: modelVersions.upToSeq, snapshot: modelVersions.snapshot })
    .from(modelVersions)
    .where(and(eq(modelVersions.engineVersion, engineVersion), isNotNull(modelVersions.snapshot)))
    .orderBy(desc(modelVersions.upToSeq))
    .limit(1);
  return row?.snapshot ? { upToSeq: row.upToSeq, snapshot: row.snapshot } : null;
}

/** Keeps a version, and lets the oldest snapshots go. Another process may have kept the same. */
export async function insertVersion(db: Db, row: typeof modelVersions.$inferInsert): Promise<void> {
  await db.insert(modelVersions).values(row).onConflictDoNothing();
  await db.execute(sql`update model_versions set snapshot = null
    where snapshot is not null and number not in (
      select number from model_versions where snapshot is not null
      order by up_to_seq desc limit ${SNAPSHOTS})`);
}

/** Snapshots that hold the signal `seq` are no good any more. */
export async function dropSnapshotsFrom(db: Db, seq: number): Promise<void> {
  await db
    .update(modelVersions)
    .set({ snapshot: null })
    .where(and(gte(modelVersions.upToSeq, seq), isNotNull(modelVersions.snapshot)));
}

/** @throws `not_found` */
export async function versionByNumber(db: Db, number: number): Promise<VersionRow> {
  const [row] = await db.select().from(modelVersions).where(eq(modelVersions.number, number));
  if (!row) throw new AppError("not_found", "There is no such version.");
  return row;
}
