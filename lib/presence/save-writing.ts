import { cleanHtml, textOfHtml } from "../platform/clean-html";
import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import type { SaveWritingInput } from "./inputs";
import { ofTicket } from "./missing-ticket";
import { insertWriting, removeWriting, updateWriting } from "./writing-store";

/**
 * Keeps what a person has begun to write on a ticket, so that it is there on every browser. No
 * event: it is nobody else's business until it is sent. An empty text is forgotten.
 *
 * @returns the revision that the next save names; 0 when nothing is kept
 * @throws `conflict` when another browser has kept something since `revision`, or has sent it
 */
export async function saveWriting(
  ctx: Context,
  { html: given, text: plain, revision, ...where }: SaveWritingInput,
): Promise<{ revision: number }> {
  requirePermission(ctx, "ticket.write");
  const place = { ...where, personId: requirePerson(ctx) };
  const html = cleanHtml(given);
  const text = plain ?? textOfHtml(html);
  if (text.trim() === "") {
    if (revision > 0 && !(await removeWriting(ctx.db, place, revision))) throw overtaken();
    return { revision: 0 };
  }
  const row = { ...place, html, text, updatedAt: ctx.now() };
  const kept = await (revision === 0
    ? ofTicket(insertWriting(ctx.db, row))
    : updateWriting(ctx.db, row, revision));
  if (!kept) throw overtaken();
  return { revision: revision + 1 };
}

const overtaken = () =>
  new AppError("conflict", "You have gone on writing this on another browser, or sent it there.");
