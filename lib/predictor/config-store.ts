import { and, desc, eq, isNull, max, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { modelConfigs, modelVersions, signals } from "@/db/schema/predictor";
import { AppError } from "../platform/errors";
import { type ConfigState, EngineSettings, NEW_CODE, type VersionFigures } from "./model";

type ConfigRow = typeof modelConfigs.$inferSelect;

const BUILT_IN = "As the program came";

/** Where ledger and configurations stand; one small query, asked before each prediction. */
interface Standing {
  /** Number of the newest signal. */
  head: number;
  /** Id of the signal that was asked for: another id, another ledger. */
  id: string | null;
  /** Null: none in that state. */
  config: { number: number; settings: EngineSettings } | null;
  /** This version of the program has got worse, and nobody has accepted that. */
  codeHeld: boolean;
}

/**
 * @param seq a signal that the caller knows
 * @param state the configuration that the caller follows
 */
export async function standing(
  db: Db,
  seq: number,
  state: ConfigState,
  engineVersion: number,
): Promise<Standing> {
  const known = db.select({ id: signals.id }).from(signals).where(eq(signals.seq, seq));
  const config = db
    .select({
      found: sql`json_build_object('number', ${modelConfigs.number}, 'settings', ${modelConfigs.settings})::text`,
    })
    .from(modelConfigs)
    .where(eq(modelConfigs.state, state))
    .limit(1);
  const held = db
    .select({ number: modelConfigs.number })
    .from(modelConfigs)
    .where(isHeldCode(engineVersion));
  const [row] = await db
    .select({
      head: max(signals.seq),
      id: sql<string | null>`(${known})`,
      config: sql<string | null>`(${config})`,
      held: sql<boolean>`exists (${held})`,
    })
    .from(signals);
  return {
    head: row?.head ?? 0,
    id: row?.id ?? null,
    config: row?.config ? readConfig(row.config) : null,
    codeHeld: row?.held ?? false,
  };
}

function readConfig(text: string): { number: number; settings: EngineSettings } {
  const { number, settings } = JSON.parse(text) as { number: number; settings: unknown }; // as built above
  return { number, settings: EngineSettings.parse(settings) };
}

const isHeldCode = (engineVersion: number) =>
  and(
    eq(modelConfigs.state, "refused"),
    eq(modelConfigs.engineVersion, engineVersion),
    eq(modelConfigs.note, NEW_CODE),
    isNull(modelConfigs.createdBy),
    isNull(modelConfigs.promotedAt),
  );

/** The configuration in that state; of `current` and `shadow` there is one at most. */
export async function configIn(db: Db, state: ConfigState): Promise<ConfigRow | null> {
  const [row] = await db
    .select()
    .from(modelConfigs)
    .where(eq(modelConfigs.state, state))
    .orderBy(desc(modelConfigs.number))
    .limit(1);
  return row ?? null;
}

/** @throws `not_found` */
export async function configByNumber(db: Db, number: number): Promise<ConfigRow> {
  const [row] = await db.select().from(modelConfigs).where(eq(modelConfigs.number, number));
  if (!row) throw new AppError("not_found", "There is no such configuration.");
  return row;
}

/** Gives the built-in configuration a row of its own, with the versions that were made by it. */
export async function nameBuiltIn(db: Db, engineVersion: number, at: Date): Promise<void> {
  const [row] = await db
    .insert(modelConfigs)
    .values({
      engineVersion,
      settings: EngineSettings.parse({}),
      state: "current",
      note: BUILT_IN,
      createdAt: at,
      promotedAt: at,
    })
    .onConflictDoNothing()
    .returning({ number: modelConfigs.number });
  if (!row) return; // there is a current one
  await db
    .update(modelVersions)
    .set({ configNumber: row.number })
    .where(isNull(modelVersions.configNumber));
}

/** @returns null when another is in the shadow */
export async function insertShadow(
  db: Db,
  row: Omit<typeof modelConfigs.$inferInsert, "state">,
): Promise<ConfigRow | null> {
  const [stored] = await db
    .insert(modelConfigs)
    .values({ ...row, state: "shadow" })
    .onConflictDoNothing()
    .returning();
  return stored ?? null;
}

type Change = Partial<
  Pick<ConfigRow, "promotedAt" | "promotedBy" | "retiredAt"> & { figures: VersionFigures }
>;

/** Moves a configuration if it still is `from`. @returns false when somebody was faster */
export async function moveConfig(
  db: Db,
  number: number,
  from: ConfigState,
  to: ConfigState,
  change: Change,
): Promise<boolean> {
  const moved = await db
    .update(modelConfigs)
    .set({ state: to, ...change })
    .where(and(eq(modelConfigs.number, number), eq(modelConfigs.state, from)))
    .returning({ number: modelConfigs.number });
  return moved.length === 1;
}

/**
 * Notes that this version of the program has got worse. Call it with the ledger locked: once.
 *
 * @returns false when a person has accepted that before
 */
export async function holdCode(
  db: Db,
  engineVersion: number,
  settings: EngineSettings,
  figures: VersionFigures,
): Promise<boolean> {
  const [known] = await db.select().from(modelConfigs).where(isCode(engineVersion));
  if (known) return known.promotedAt === null;
  await db
    .insert(modelConfigs)
    .values({ engineVersion, settings, state: "refused", note: NEW_CODE, figures });
  return true;
}

const isCode = (engineVersion: number) =>
  and(
    eq(modelConfigs.engineVersion, engineVersion),
    eq(modelConfigs.note, NEW_CODE),
    isNull(modelConfigs.createdBy),
  );

/** A person accepts what the program has become. @returns null when there was nothing to accept */
export async function acceptHeldCode(
  db: Db,
  engineVersion: number,
  by: { personId: string; at: Date },
): Promise<number | null> {
  const [row] = await db
    .update(modelConfigs)
    .set({ promotedAt: by.at, promotedBy: by.personId })
    .where(isHeldCode(engineVersion))
    .returning({ number: modelConfigs.number });
  return row?.number ?? null;
}

/** How a configuration stood when it was last looked at. */
export async function setFigures(db: Db, number: number, figures: VersionFigures): Promise<void> {
  await db.update(modelConfigs).set({ figures }).where(eq(modelConfigs.number, number));
}
