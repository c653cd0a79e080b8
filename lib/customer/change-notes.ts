import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import type {
  AddCustomerNoteInput,
  EditCustomerNoteInput,
  RemoveCustomerNoteInput,
} from "./inputs";
import { deleteOwnNote, insertNote, noteById, updateOwnNote } from "./note-store";

/** Puts down what the desk should know of a customer. They never see it, and no draft reads it. */
export async function addCustomerNote(
  ctx: Context,
  { customerId, text }: AddCustomerNoteInput,
): Promise<{ noteId: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const now = tx.now();
    const noteId = newId();
    const row = { id: noteId, customerId, personId, text, createdAt: now, updatedAt: now };
    if (!(await insertNote(tx.db, row))) {
      throw new AppError("not_found", "There is no such customer.");
    }
    await recordEvent(tx, "customer_note.changed", { customerId, noteId, change: "added" });
    return { noteId };
  });
}

/**
 * Rewrites one's own note.
 *
 * @throws `forbidden` for a colleague's, `conflict` when it has changed meanwhile, `not_found`
 */
export async function editCustomerNote(
  ctx: Context,
  { noteId, text, expected }: EditCustomerNoteInput,
): Promise<{ noteId: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const change = { text, expected: new Date(expected), now: tx.now() };
    const note = await updateOwnNote(tx.db, { id: noteId, personId }, change);
    if (!note) throw await whyNot(tx, noteId, personId);
    const { customerId } = note;
    await recordEvent(tx, "customer_note.changed", { customerId, noteId, change: "edited" });
    return { noteId };
  });
}

/** Removes one's own note. @throws `forbidden` for a colleague's, `not_found` */
export async function removeCustomerNote(
  ctx: Context,
  { noteId }: RemoveCustomerNoteInput,
): Promise<{ noteId: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const note = await deleteOwnNote(tx.db, { id: noteId, personId });
    if (!note) throw await whyNot(tx, noteId, personId);
    const { customerId } = note;
    await recordEvent(tx, "customer_note.changed", { customerId, noteId, change: "removed" });
    return { noteId };
  });
}

async function whyNot(ctx: Context, noteId: string, personId: string): Promise<AppError> {
  const note = await noteById(ctx.db, noteId);
  if (!note) return new AppError("not_found", "This note is gone.");
  if (note.personId !== personId) {
    return new AppError("forbidden", "Only who wrote a note may change it.");
  }
  return new AppError(
    "conflict",
    "You changed this note elsewhere meanwhile. Copy your words, then look at it again.",
  );
}
