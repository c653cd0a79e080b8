import { type Context, requirePermission } from "../platform/context";
import { isQueued } from "../platform/job-store";
import { isRight, sideOf } from "./compare-sides";
import type { ConfigLine, VersionLine, VersionsView } from "./model";
import {
  type Compared,
  caseNames,
  comparedDrafts,
  configLines,
  heldCode,
  keptVersions,
} from "./versions-store";

/** Missed cases that are named. */
const NAMED = 8;

/** Versions and configurations of what was learned, and how a shadow compares. */
export async function readVersions(ctx: Context): Promise<VersionsView> {
  requirePermission(ctx, "knowledge.read");
  const { db } = ctx;
  const versions = await keptVersions(db);
  const configs = await readConfigs(ctx);
  const current = configs.find(({ state }) => state === "current");
  const shadow = configs.find(({ state }) => state === "shadow");
  const compared =
    current && shadow ? await comparedDrafts(db, current.number, shadow.number) : null;
  return {
    versions: versions.map(({ number, figures, at }, place) => ({
      number,
      figures,
      at: at.toISOString(),
      differs: differences(versions[place], versions[place + 1]),
    })),
    configs,
    comparison: compared && compare(compared),
    promoting: shadow !== undefined && (await isQueued(db, "learn.promote-shadow")),
    codeHeld: await heldCode(db),
  };
}

type Kept = Awaited<ReturnType<typeof keptVersions>>[number];

/** What sets a version apart from the one kept before it, in plain words. */
function differences(version: Kept | undefined, before: Kept | undefined): VersionLine["differs"] {
  if (!version || !before) return [];
  const words: string[] = [];
  const signals = version.upToSeq - before.upToSeq;
  if (signals > 0) words.push(`${signals} more ${signals === 1 ? "signal" : "signals"}`);
  if (signals < 0) words.push(`${-signals} fewer signals`);
  if (version.configNumber !== before.configNumber) {
    words.push(
      version.configNumber === null
        ? "the built-in configuration"
        : `configuration ${version.configNumber}`,
    );
  }
  if (version.engineVersion !== before.engineVersion) {
    words.push(`program ${version.engineVersion} instead of ${before.engineVersion}`);
  }
  return words;
}

async function readConfigs(ctx: Context): Promise<ConfigLine[]> {
  const rows = await configLines(ctx.db);
  const told = rows.flatMap(({ figures }) => figures?.missed?.slice(0, NAMED) ?? []);
  const names = new Map((await caseNames(ctx.db, [...new Set(told)])).map((one) => [one.id, one]));
  return rows.map(({ at, promotedAt, figures, ...row }) => ({
    ...row,
    figures,
    at: at.toISOString(),
    promotedAt: promotedAt?.toISOString() ?? null,
    missed: (figures?.missed ?? []).flatMap((id) => {
      const one = names.get(id);
      return one ? [{ ticket: one.ticket, question: one.question }] : [];
    }),
  }));
}

function compare(drafts: readonly Compared[]): VersionsView["comparison"] {
  const side = (which: "current" | "shadow") =>
    sideOf(
      drafts.map(({ truth, rejected, ...said }) => ({
        ...said[which],
        right: isRight(said[which].subject, truth, rejected),
      })),
    );
  return {
    drafts: drafts.length,
    known: drafts.filter(({ truth, rejected }) => truth !== null && !rejected).length,
    current: side("current"),
    shadow: side("shadow"),
  };
}
