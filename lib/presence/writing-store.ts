import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { writings } from "@/db/schema/presence";
import type { WritingKind } from "./model";

type Place = { personId: string; ticketId: string; kind: WritingKind };

const at = ({ personId, ticketId, kind }: Place) =>
  and(eq(writings.personId, personId), eq(writings.ticketId, ticketId), eq(writings.kind, kind));

/** Keeps the first text of a place. @returns false when there is one already */
export async function insertWriting(
  db: Db,
  row: Place & { html: string; text: string; updatedAt: Date },
): Promise<boolean> {
  const stored = await db
    .insert(writings)
    .values(row)
    .onConflictDoNothing()
    .returning({ revision: writings.revision });
  return stored.length === 1;
}

/** Keeps a newer text where `revision` is still the newest. @returns false when it is not */
export async function updateWriting(
  db: Db,
  { html, text, updatedAt, ...place }: Place & { html: string; text: string; updatedAt: Date },
  revision: number,
): Promise<boolean> {
  const changed = await db
    .update(writings)
    .set({ html, text, updatedAt, revision: sql`${writings.revision} + 1` })
    .where(and(at(place), eq(writings.revision, revision)))
    .returning({ revision: writings.revision });
  return changed.length === 1;
}

/** Forgets it; with `revision` only if that is still the newest. */
export async function removeWriting(db: Db, place: Place, revision?: number): Promise<boolean> {
  const removed = await db
    .delete(writings)
    .where(and(at(place), revision === undefined ? undefined : eq(writings.revision, revision)))
    .returning({ revision: writings.revision });
  return removed.length === 1;
}
