import { type Context, requirePermission, requirePerson } from "../platform/context";
import { parseInput } from "../platform/parse";
import { LocaleInput } from "./model";
import { updatePerson } from "./people-store";

/** The language in which somebody sees the desk; null: as their browser says. Safe to repeat; no event: nobody else sees it. */
export async function setLocale(ctx: Context, input: LocaleInput): Promise<void> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  const { locale } = parseInput(LocaleInput, input);
  await updatePerson(ctx.db, personId, { locale });
}
