import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { connections } from "@/db/schema/channel";

/** What people call a connection; null when it is gone. */
export async function connectionName(db: Db, id: string): Promise<string | null> {
  const [row] = await db
    .select({ name: connections.name })
    .from(connections)
    .where(eq(connections.id, id));
  return row?.name ?? null;
}
