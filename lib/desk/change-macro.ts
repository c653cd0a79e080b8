import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { lockMacro, macroNamed, putMacro } from "./macro-store";
import { MacroInput, MacroRef } from "./model";

/** Makes a macro, or changes one. @throws `conflict` when another one has that name */
export async function saveMacro(ctx: Context, input: MacroInput): Promise<{ macroId: string }> {
  requirePermission(ctx, "content.write");
  const { macroId, ...content } = parseInput(MacroInput, input);
  const id = macroId ?? newId();
  return transaction(ctx, async (tx) => {
    const before = macroId === undefined ? null : await lockMacro(tx.db, macroId);
    if (macroId !== undefined && !before)
      throw new AppError("not_found", "There is no such macro.");
    if (await macroNamed(tx.db, content.name, id)) throw nameTaken();
    const createdBy = ctx.actor.type === "person" ? ctx.actor.personId : null;
    const now = tx.now();
    await putMacro(tx.db, { id, ...content, createdBy, createdAt: now, updatedAt: now });
    const change = before ? "edited" : "created";
    await recordEvent(tx, "macro.changed", { macroId: id, change });
    return { macroId: id };
  });
}

/** Takes a macro out of the list, or brings it back. Safe to repeat. */
export const archiveMacro = (ctx: Context, input: MacroRef) => setArchived(ctx, input, true);
export const restoreMacro = (ctx: Context, input: MacroRef) => setArchived(ctx, input, false);

async function setArchived(ctx: Context, input: MacroRef, archived: boolean): Promise<void> {
  requirePermission(ctx, "content.write");
  const { macroId } = parseInput(MacroRef, input);
  await transaction(ctx, async (tx) => {
    const macro = await lockMacro(tx.db, macroId);
    if (!macro) throw new AppError("not_found", "There is no such macro.");
    if ((macro.archivedAt !== null) === archived) return;
    if (!archived && (await macroNamed(tx.db, macro.name, macroId))) throw nameTaken();
    await putMacro(tx.db, { ...macro, archivedAt: archived ? tx.now() : null });
    const change = archived ? "archived" : "restored";
    await recordEvent(tx, "macro.changed", { macroId, change });
  });
}

const nameTaken = () =>
  new AppError("conflict", "There is a macro of that name.", {
    fields: { name: ["is the name of another macro"] },
  });
