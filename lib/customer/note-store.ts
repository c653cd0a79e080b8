import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customerNotes, customers } from "@/db/schema/customer";

type NoteRow = typeof customerNotes.$inferSelect;

/** @returns false when there is no such customer */
export async function insertNote(db: Db, row: NoteRow): Promise<boolean> {
  const [customer] = await db
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, row.customerId))
    .for("key share");
  if (!customer) return false;
  await db.insert(customerNotes).values(row);
  return true;
}

export async function noteById(db: Db, id: string): Promise<NoteRow | null> {
  const [row] = await db.select().from(customerNotes).where(eq(customerNotes.id, id));
  return row ?? null;
}

type Own = { id: string; personId: string };

/** @returns null unless it is theirs, and still as it was at `expected` */
export async function updateOwnNote(
  db: Db,
  { id, personId }: Own,
  { text, expected, now }: { text: string; expected: Date; now: Date },
): Promise<NoteRow | null> {
  const [row] = await db
    .update(customerNotes)
    .set({ text, updatedAt: now })
    .where(
      and(
        eq(customerNotes.id, id),
        eq(customerNotes.personId, personId),
        eq(customerNotes.updatedAt, expected),
      ),
    )
    .returning();
  return row ?? null;
}

/** @returns null unless it is theirs */
export async function deleteOwnNote(db: Db, { id, personId }: Own): Promise<NoteRow | null> {
  const [row] = await db
    .delete(customerNotes)
    .where(and(eq(customerNotes.id, id), eq(customerNotes.personId, personId)))
    .returning();
  return row ?? null;
}

/** Newest notes that a guard looks at. */
const MOST = 100;

/**
 * What people wrote about a customer. For a guard that looks for it in what would leave: nothing that
 * drafts may read it.
 */
export async function notesOnCustomer(db: Db, customerId: string): Promise<string[]> {
  const rows = await db
    .select({ text: customerNotes.text })
    .from(customerNotes)
    .where(eq(customerNotes.customerId, customerId))
    .orderBy(desc(customerNotes.id))
    .limit(MOST);
  return rows.map(({ text }) => text);
}
