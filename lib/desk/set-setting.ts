import { eventById, recordEvent } from "../event";
import { EVENTS } from "../event/model";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { permissionFor, SETTINGS, type Setting, SettingEventRef, type SettingName } from "./model";
import { getSetting, lockSetting, writeSetting } from "./store";

/** Changes one setting. @throws `invalid` when the value does not fit it */
export async function setSetting<N extends SettingName>(
  ctx: Context,
  input: { name: N; value: Setting<N> },
): Promise<void> {
  requirePermission(ctx, permissionFor(input.name));
  const value = parseInput(SETTINGS[input.name], input.value) as Setting<N>; // of this very name

  await transaction(ctx, async (tx) => {
    await lockSetting(tx.db, input.name);
    const before = await getSetting(tx.db, input.name);
    await writeSetting(tx.db, input.name, value, tx.now());
    await recordEvent(tx, "setting.changed", { name: input.name, before, after: value });
  });
}

/**
 * Puts a setting back to what it was before a change.
 *
 * @throws `conflict` when it was changed again since: nothing that somebody else set is lost unseen
 */
export async function undoSetting(ctx: Context, input: SettingEventRef): Promise<void> {
  requirePermission(ctx, "settings.read");
  const { eventId } = parseInput(SettingEventRef, input);
  await transaction(ctx, async (tx) => {
    const event = await eventById(tx.db, eventId);
    const told = EVENTS["setting.changed"].safeParse(event?.payload).data;
    if (event?.type !== "setting.changed" || !told || !isSetting(told.name)) {
      throw new AppError("not_found", "There is no such change.");
    }
    requirePermission(tx, permissionFor(told.name));
    if (told.before === undefined) {
      throw new AppError("conflict", "What it was before was not kept. Set it by hand.");
    }
    await lockSetting(tx.db, told.name);
    const now = await getSetting(tx.db, told.name);
    if (canonical(now) !== canonical(told.after)) {
      throw new AppError(
        "conflict",
        "It was changed again since. Look at the newest change first.",
      );
    }
    await setSetting(tx, { name: told.name, value: told.before as never }); // parsed there
  });
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/** The same values in the same words: the database orders the names of an object anew. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
