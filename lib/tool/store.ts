import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { tools } from "@/db/schema/tool";

export type Tool = typeof tools.$inferSelect;

/** The tool, held until the transaction ends. */
export async function lockTool(db: Db, id: string): Promise<Tool | null> {
  const [row] = await db.select().from(tools).where(eq(tools.id, id)).for("update");
  return row ?? null;
}

export async function toolById(db: Db, id: string): Promise<Tool | null> {
  const [row] = await db.select().from(tools).where(eq(tools.id, id));
  return row ?? null;
}

/** Tools that models may use, by name. */
export function toolsInUse(db: Db): Promise<Tool[]> {
  return db
    .select()
    .from(tools)
    .where(and(eq(tools.enabled, true), isNull(tools.archivedAt)))
    .orderBy(asc(tools.name));
}

/** True when another tool in use has that name. */
export async function toolNamed(db: Db, name: string, but: string): Promise<boolean> {
  const rows = await db
    .select({ id: tools.id })
    .from(tools)
    .where(and(eq(tools.name, name), isNull(tools.archivedAt), ne(tools.id, but)));
  return rows.length > 0;
}

export async function putTool(db: Db, row: typeof tools.$inferInsert): Promise<void> {
  const { id, createdAt, ...change } = row;
  await db.insert(tools).values(row).onConflictDoUpdate({ target: tools.id, set: change });
}
