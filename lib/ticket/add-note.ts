import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { addMessage } from "./add-message";
import type { AddNoteInput } from "./inputs";
import { written } from "./written";

/** Adds an internal note: people at the desk see it, the customer never does. */
export async function addNote(ctx: Context, input: AddNoteInput): Promise<{ messageId: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const note = await addMessage(tx, {
      ticketId: input.ticketId,
      author: "agent",
      kind: "note",
      public: false,
      ...written(input),
      personId,
      createdAt: tx.now(),
    });
    const mentions = [...new Set(input.mentions)];
    await recordEvent(tx, "note.added", {
      ticketId: input.ticketId,
      messageId: note.id,
      ...(mentions.length > 0 && { mentions }),
    });
    return { messageId: note.id };
  });
}
