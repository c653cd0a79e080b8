import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { writings } from "@/db/schema/presence";

export function writingRows(db: Db, ticketId: string, personId: string) {
  const { kind, html, text, revision, updatedAt } = writings;
  return db
    .select({ kind, html, text, revision, updatedAt })
    .from(writings)
    .where(and(eq(writings.personId, personId), eq(writings.ticketId, ticketId)));
}
