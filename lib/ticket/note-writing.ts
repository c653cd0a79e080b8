import { type Context, requirePermission, requirePerson } from "../platform/context";
import type { NoteWritingInput } from "./inputs";
import { ticketById } from "./store";
import { removeWriter, setWriter } from "./writers-store";

/** Without a sign of life a writer counts as gone after this; browsers give one more often. */
const WRITING_SECONDS = 15;

/**
 * Says that the person is writing a reply, or has stopped. No event and no change of the ticket: it
 * is over in seconds, and the ticket that others look at must not become an older version by it.
 */
export async function noteWriting(
  ctx: Context,
  { ticketId, writing }: NoteWritingInput,
): Promise<{ writing: boolean }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);
  await ticketById(ctx.db, ticketId);
  const writer = { ticketId, personId };
  if (writing) {
    await setWriter(ctx.db, writer, new Date(ctx.now().getTime() + WRITING_SECONDS * 1000));
  } else {
    await removeWriter(ctx.db, writer);
  }
  return { writing };
}
