import { getSetting } from "../desk";
import { type Context, requirePermission } from "../platform/context";
import { allCategories, teamSwitches } from "./settings-store";

/** What the settings page shows: values in force, and teams with their AI switch. */
export async function readSettings(ctx: Context) {
  requirePermission(ctx, "settings.read");
  const { db } = ctx;
  return {
    aiStopped: await getSetting(db, "ai.stopped"),
    bands: await getSetting(db, "ai.bands"),
    bandOverrides: await getSetting(db, "ai.bandOverrides"),
    silenceSeconds: await getSetting(db, "ai.silenceSeconds"),
    followUp: await getSetting(db, "ai.followUp"),
    autoCloseDays: await getSetting(db, "ticket.autoCloseDays"),
    undoSeconds: await getSetting(db, "reply.undoSeconds"),
    acknowledgement: await getSetting(db, "reply.acknowledgement"),
    teams: await teamSwitches(db),
    categories: await allCategories(db),
  };
}
