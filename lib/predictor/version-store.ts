import { and, desc, eq, gte, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { modelVersions } from "@/db/schema/predictor";
import { AppError } from "../platform/errors";

export type VersionRow = typeof modelVersions.$inferSelect;

/** Snapshots kept of each configuration; older versions can be built again from the ledger. */
const SNAPSHOTS = 3;

const ofConfig = (number: number | null): SQL =>
  number === null ? isNull(modelVersions.configNumber) : eq(modelVersions.configNumber, number);

/** The newest state that can be loaded: made by this version of the code, with these settings. */
export async function newestSnapshot(
  db: Db,
  engineVersion: number,
  config: number | null,
): Promise<{ upToSeq: number; snapshot: Uint8Array } | null> {
  const [row] = await db
    .select({ upToSeq: modelVersions.upToSeq, snapshot: modelVersions.snapshot })
    .from(modelVersions)
    .where(
      and(
        eq(modelVersions.engineVersion, engineVersion),
        ofConfig(config),
        isNotNull(modelVersions.snapshot),
      ),
    )
    .orderBy(desc(modelVersions.upToSeq))
    .limit(1);
  return row?.snapshot ? { upToSeq: row.upToSeq, snapshot: row.snapshot } : null;
}

/** The version that was kept last, by whatever code. */
export async function newestVersion(
  db: Db,
  config: number | null,
): Promise<Pick<VersionRow, "engineVersion" | "upToSeq" | "figures"> | null> {
  const [row] = await db
    .select({
      engineVersion: modelVersions.engineVersion,
      upToSeq: modelVersions.upToSeq,
      figures: modelVersions.figures,
    })
    .from(modelVersions)
    .where(ofConfig(config))
    .orderBy(desc(modelVersions.number))
    .limit(1);
  return row ?? null;
}

/** Keeps a version, and lets the oldest snapshots go. Another process may have kept the same. */
export async function insertVersion(db: Db, row: typeof modelVersions.$inferInsert): Promise<void> {
  await db.insert(modelVersions).values(row).onConflictDoNothing();
  await db.execute(sql`update model_versions set snapshot = null
    where snapshot is not null and number not in (
      select number from (
        select number, row_number() over (
          partition by coalesce(config_number, 0) order by up_to_seq desc, number desc) as place
        from model_versions where snapshot is not null) newest
      where place <= ${SNAPSHOTS})`);
}

/** Snapshots that hold the signal `seq` are no good any more. */
export async function dropSnapshotsFrom(db: Db, seq: number): Promise<void> {
  await db
    .update(modelVersions)
    .set({ snapshot: null })
    .where(and(gte(modelVersions.upToSeq, seq), isNotNull(modelVersions.snapshot)));
}

/** A configuration that nobody will start any more needs no snapshots. */
export async function dropSnapshotsOf(db: Db, config: number): Promise<void> {
  await db.update(modelVersions).set({ snapshot: null }).where(ofConfig(config));
}

/** @throws `not_found` */
export async function versionByNumber(db: Db, number: number): Promise<VersionRow> {
  const [row] = await db.select().from(modelVersions).where(eq(modelVersions.number, number));
  if (!row) throw new AppError("not_found", "There is no such version.");
  return row;
}
