import { type Context, requirePermission, requirePerson } from "../platform/context";
import type { ClearWritingInput } from "./inputs";
import { removeWriting } from "./writing-store";

/** Forgets what a person had begun to write: it was sent, or thrown away. */
export async function clearWriting(ctx: Context, input: ClearWritingInput): Promise<object> {
  requirePermission(ctx, "ticket.write");
  await removeWriting(ctx.db, { ...input, personId: requirePerson(ctx) });
  return {};
}
