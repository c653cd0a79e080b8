import { z } from "zod";
import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { defineJob } from "../platform/jobs";
import { parseInput } from "../platform/parse";
import {
  type Current,
  configByNumber,
  configIn,
  deskModel,
  dropSnapshotsOf,
  insertVersion,
  moveConfig,
  regressionCases,
  shadowModel,
  solve,
} from "../predictor";
import { ENGINE_VERSION, type VersionFigures } from "../predictor/model";
import { ConfigRef } from "./model";

const PROMOTE = "learn.promote-shadow";
const PATIENCE_MS = 240_000;

/**
 * Asks for the shadow to answer from now on. A worker compares first: only workers hold what was
 * learned. The panel shows what became of it.
 *
 * @throws `conflict` when it is not in the shadow
 */
export async function promoteShadow(ctx: Context, input: ConfigRef): Promise<void> {
  requirePermission(ctx, "ai.write");
  const personId = requirePerson(ctx);
  const { number } = parseInput(ConfigRef, input);

  await transaction(ctx, async (tx) => {
    const { state } = await configByNumber(tx.db, number);
    if (state !== "shadow") {
      throw new AppError("conflict", "This is not in the shadow any more.");
    }
    await tx.jobs.send(tx.db, PROMOTE, { number, personId });
  });
}

/**
 * The gate: the shadow has to solve at least as many regression cases as the one that answers, both
 * with the same signals learned. Safe to repeat: only what is still in the shadow is moved.
 *
 * @throws `unavailable` while the shadow is still built; the queue tries again
 */
export const judgePromotion = defineJob({
  name: PROMOTE,
  payload: z.object({ number: z.number().int(), personId: z.uuid() }),
  async run(ctx, { number, personId }) {
    const shadow = await shadowModel.follow(ctx.db, PATIENCE_MS);
    if (shadow === "building") {
      throw new AppError("unavailable", "The shadow is still learning from the ledger.");
    }
    if (shadow?.config !== number) return "skipped: it is not in the shadow any more";
    const current = await deskModel.current(ctx.db);
    const cases = await regressionCases(ctx.db, Math.min(shadow.seq, current.seq));
    const before = await solve(current.state, cases);
    const now: VersionFigures = {
      outcomes: shadow.engine.outcomeCount,
      expected: shadow.engine.expectedShare,
      ...(await solve(shadow.state, cases)),
      solvedByCurrent: before.solved,
    };
    if (now.solved < before.solved) return refuse(ctx, number, now, before.solved);
    return promote(ctx, number, shadow, personId, now);
  },
});

async function refuse(
  ctx: Context,
  number: number,
  figures: VersionFigures,
  before: number,
): Promise<string> {
  const { solved, cases } = figures;
  return transaction(ctx, async (tx) => {
    const change = { retiredAt: tx.now(), figures };
    if (!(await moveConfig(tx.db, number, "shadow", "refused", change))) return GONE;
    await dropSnapshotsOf(tx.db, number);
    await recordEvent(tx, "model.refused", { number, solved, before, cases });
    return `refused: ${solved} of ${cases} cases, ${before} before`;
  });
}

async function promote(
  ctx: Context,
  number: number,
  { state, seq }: Current,
  personId: string,
  figures: VersionFigures,
): Promise<string> {
  const snapshot = state.snapshot();
  return transaction(ctx, async (tx) => {
    if ((await configByNumber(tx.db, number)).state !== "shadow") return GONE;
    await becomeCurrent(tx, number, "shadow", personId, figures);
    // From this the other workers start, instead of learning the whole ledger again.
    await insertVersion(tx.db, {
      engineVersion: ENGINE_VERSION,
      configNumber: number,
      upToSeq: seq,
      snapshot,
      figures,
    });
    return `promoted ${number}`;
  });
}

const GONE = "skipped: it is not in the shadow any more";

/** Puts a configuration in the place of the one that answers. Call it inside a transaction. */
async function becomeCurrent(
  ctx: Context,
  number: number,
  from: "shadow" | "retired",
  promotedBy: string,
  figures?: VersionFigures,
): Promise<void> {
  const at = ctx.now();
  const old = await configIn(ctx.db, "current");
  if (old && !(await moveConfig(ctx.db, old.number, "current", "retired", { retiredAt: at }))) {
    throw new AppError("conflict", "Somebody has just changed which one answers.");
  }
  const change = { promotedAt: at, promotedBy, retiredAt: null, ...(figures && { figures }) };
  if (!(await moveConfig(ctx.db, number, from, "current", change))) {
    throw new AppError("conflict", "Somebody has just changed this configuration.");
  }
  await recordEvent(ctx, "model.promoted", { number });
}

/**
 * Lets a configuration answer again that has done so before. It passed the gate then, so that going
 * back is possible at once, whatever the cases say today: it is the way out.
 *
 * @throws `conflict` when it has never answered, or does so now
 */
export async function restoreConfig(ctx: Context, input: ConfigRef): Promise<void> {
  requirePermission(ctx, "ai.write");
  const personId = requirePerson(ctx);
  const { number } = parseInput(ConfigRef, input);

  await transaction(ctx, async (tx) => {
    const { state, promotedAt } = await configByNumber(tx.db, number);
    if (state !== "retired" || promotedAt === null) {
      throw new AppError(
        "conflict",
        "Only a configuration that has answered before can come back.",
      );
    }
    await becomeCurrent(tx, number, "retired", personId);
  });
}
