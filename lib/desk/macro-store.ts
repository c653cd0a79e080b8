import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { macros, tags } from "@/db/schema/desk";

export type Macro = typeof macros.$inferSelect;

/** The macro, held until the transaction ends. */
export async function lockMacro(db: Db, id: string): Promise<Macro | null> {
  const [row] = await db.select().from(macros).where(eq(macros.id, id)).for("update");
  return row ?? null;
}

/** A macro that is not put away. */
export async function macroInUse(db: Db, id: string): Promise<Macro | null> {
  const [row] = await db
    .select()
    .from(macros)
    .where(and(eq(macros.id, id), isNull(macros.archivedAt)));
  return row ?? null;
}

/** True when another macro in use has that name. */
export async function macroNamed(db: Db, name: string, but: string): Promise<boolean> {
  const rows = await db
    .select({ id: macros.id })
    .from(macros)
    .where(
      and(
        eq(sql`lower(${macros.name})`, name.toLowerCase()),
        isNull(macros.archivedAt),
        ne(macros.id, but),
      ),
    );
  return rows.length > 0;
}

export async function putMacro(db: Db, row: typeof macros.$inferInsert): Promise<void> {
  const { id, createdAt, createdBy, ...change } = row;
  await db.insert(macros).values(row).onConflictDoUpdate({ target: macros.id, set: change });
}

export type Tag = typeof tags.$inferSelect;

export async function tagNamed(db: Db, name: string): Promise<Tag | null> {
  const [row] = await db.select().from(tags).where(eq(tags.name, name));
  return row ?? null;
}

/** @returns true when it is new */
export async function putTag(db: Db, row: typeof tags.$inferInsert): Promise<boolean> {
  const known = await tagNamed(db, row.name);
  const { description = "", archivedAt = null } = row;
  await db
    .insert(tags)
    .values(row)
    .onConflictDoUpdate({ target: tags.name, set: { description, archivedAt } });
  return known === null;
}

export async function deleteTag(db: Db, name: string): Promise<void> {
  await db.delete(tags).where(eq(tags.name, name));
}
