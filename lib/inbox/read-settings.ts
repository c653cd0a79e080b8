import { getSetting } from "../desk";
import { type Context, requirePermission } from "../platform/context";
import { allCategories, publishedTitles, teamSwitches } from "./settings-store";

/** What the settings page shows: values in force, and teams with their AI switch. */
export async function readSettings(ctx: Context) {
  requirePermission(ctx, "settings.read");
  const { db } = ctx;
  return {
    deskName: await getSetting(db, "desk.name"),
    mailFrom: await getSetting(db, "mail.from"),
    aiStopped: await getSetting(db, "ai.stopped"),
    bands: await getSetting(db, "ai.bands"),
    bandOverrides: await getSetting(db, "ai.bandOverrides"),
    sendMode: await getSetting(db, "ai.sendMode"),
    sampling: await getSetting(db, "review.sampling"),
    fourEyes: await getSetting(db, "review.fourEyes"),
    silenceSeconds: await getSetting(db, "ai.silenceSeconds"),
    followUp: await getSetting(db, "ai.followUp"),
    autoCloseDays: await getSetting(db, "ticket.autoCloseDays"),
    undoSeconds: await getSetting(db, "reply.undoSeconds"),
    acknowledgement: await getSetting(db, "reply.acknowledgement"),
    askRating: await getSetting(db, "csat.ask"),
    uncapped: await getSetting(db, "ai.uncapped"),
    articles: await publishedTitles(db),
    sources: await getSetting(db, "ai.sources"),
    limits: await getSetting(db, "ai.limits"),
    teams: await teamSwitches(db),
    categories: await allCategories(db),
  };
}
