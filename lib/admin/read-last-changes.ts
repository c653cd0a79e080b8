import { EVENTS } from "../event/model";
import { type Context, requirePermission } from "../platform/context";
import { actorNames, newestOfSettings, newestOfTypes } from "./audit-store";
import type { LastChange, SettingChanges } from "./model";

/** Not a change of what the page shows. */
const NO_CHANGE = ["person.signed_in"];

/** The last change of each setting: who made it, when, and the event that undoes it. */
export async function readSettingChanges(ctx: Context): Promise<SettingChanges> {
  requirePermission(ctx, "settings.read");
  const rows = await newestOfSettings(ctx.db);
  const names = await actorNames(ctx.db, people(rows));
  return Object.fromEntries(
    rows.map(({ name, ...row }) => [name, { ...toldBy(row, names), undoable: row.undoable }]),
  );
}

/**
 * The newest change of a kind, for the page that makes such changes; null: there was none.
 *
 * @param kinds events by their names, or by the first part of it, like `team`
 */
export async function readLastChange(
  ctx: Context,
  kinds: readonly string[],
): Promise<LastChange | null> {
  requirePermission(ctx, "settings.read");
  const types = Object.keys(EVENTS).filter(
    (type) =>
      kinds.some((kind) => kind === type || kind === type.split(".")[0]) &&
      !NO_CHANGE.includes(type),
  );
  const row = await newestOfTypes(ctx.db, types);
  if (!row) return null;
  const names = await actorNames(ctx.db, people([row]));
  return { ...toldBy(row, names), type: row.type, payload: row.payload };
}

type Row = { id: string; actorType: string; actorId: string; at: Date };

const people = (rows: readonly Row[]): string[] => [
  ...new Set(rows.filter(({ actorType }) => actorType === "person").map(({ actorId }) => actorId)),
];

const toldBy = ({ id, actorId, at }: Row, names: ReadonlyMap<string, string>) => ({
  eventId: id,
  by: names.get(actorId) ?? null,
  at: at.toISOString(),
});
