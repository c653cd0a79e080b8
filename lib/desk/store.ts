import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { settings } from "@/db/schema/desk";
import { SETTINGS, type Setting, type SettingName } from "./model";

/**
 * What an admin has set, or the default. A stored value that no longer fits its schema counts as
 * not set, so that an update of Deskhand never stops the desk.
 */
export async function getSetting<N extends SettingName>(db: Db, name: N): Promise<Setting<N>> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, name));
  const stored = row ? SETTINGS[name].safeParse(row.value) : undefined;
  const value = stored?.success ? stored.data : SETTINGS[name].parse(undefined);
  return value as Setting<N>; // parsed by the schema of this very name
}

/** Changes of one setting wait for each other, also of one that has no row yet. */
export async function lockSetting(db: Db, name: SettingName): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`setting:${name}`}, 0))`);
}

/** Stores a value without asking who; verbs that do ask call it inside their transaction. */
export async function writeSetting<N extends SettingName>(
  db: Db,
  name: N,
  value: Setting<N>,
  at: Date,
): Promise<void> {
  await db
    .insert(settings)
    .values({ name, value, updatedAt: at })
    .onConflictDoUpdate({ target: settings.name, set: { value, updatedAt: at } });
}
