import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { parseInput } from "../platform/parse";
import { SETTINGS, type Setting, type SettingName } from "./model";
import { writeSetting } from "./store";

/** Changes one setting. @throws `invalid` when the value does not fit it */
export async function setSetting<N extends SettingName>(
  ctx: Context,
  input: { name: N; value: Setting<N> },
): Promise<void> {
  requirePermission(ctx, "settings.write");
  const value = parseInput(SETTINGS[input.name], input.value) as Setting<N>; // of this very name

  await transaction(ctx, async (tx) => {
    await writeSetting(tx.db, input.name, value, tx.now());
    await recordEvent(tx, "setting.changed", { name: input.name });
  });
}
