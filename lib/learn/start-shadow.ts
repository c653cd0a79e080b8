import { z } from "zod";
import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { defineJob } from "../platform/jobs";
import { parseInput } from "../platform/parse";
import {
  deskModel,
  dropSnapshotsOf,
  figuresOf,
  insertShadow,
  moveConfig,
  nameBuiltIn,
  setFigures,
  shadowModel,
} from "../predictor";
import { ENGINE_VERSION } from "../predictor/model";
import { ConfigRef, ShadowInput } from "./model";

/** How long a job waits for a shadow that is built the first time; it is built on after that. */
const PATIENCE_MS = 120_000;

/**
 * Lets other settings of the predictor learn and predict beside those that answer, seen by nobody,
 * until they have proved themselves.
 *
 * @throws `conflict` when something else is being tried
 */
export async function startShadow(ctx: Context, input: ShadowInput): Promise<{ number: number }> {
  requirePermission(ctx, "ai.write");
  const createdBy = requirePerson(ctx);
  const { settings, note } = parseInput(ShadowInput, input);

  return transaction(ctx, async (tx) => {
    const createdAt = tx.now();
    await nameBuiltIn(tx.db, ENGINE_VERSION, createdAt);
    const shadow = await insertShadow(tx.db, {
      engineVersion: ENGINE_VERSION,
      settings,
      note,
      createdBy,
      createdAt,
    });
    if (!shadow) {
      throw new AppError("conflict", "Something is tried in the shadow already. Stop that first.");
    }
    await recordEvent(tx, "model.shadowed", { number: shadow.number, on: true });
    return { number: shadow.number };
  });
}

/** Ends the trial; what was compared stays. @throws `conflict` when it is not in the shadow */
export async function stopShadow(ctx: Context, input: ConfigRef): Promise<void> {
  requirePermission(ctx, "ai.write");
  const { number } = parseInput(ConfigRef, input);

  await transaction(ctx, async (tx) => {
    const change = { retiredAt: tx.now() };
    if (!(await moveConfig(tx.db, number, "shadow", "retired", change))) {
      throw new AppError("conflict", "This is not in the shadow any more.");
    }
    await dropSnapshotsOf(tx.db, number);
    await recordEvent(tx, "model.shadowed", { number, on: false });
  });
}

/**
 * Builds a new shadow from the ledger, and notes how it and the current one stand. Safe to repeat:
 * building again gives the same.
 */
export const buildShadow = defineJob({
  name: "learn.build-shadow",
  payload: z.object({ number: z.number().int(), on: z.boolean() }),
  async run(ctx) {
    const shadow = await shadowModel.follow(ctx.db, PATIENCE_MS);
    if (shadow === null) return "nothing is in the shadow";
    if (shadow === "building") return "waits: still learning from the ledger";
    const current = await deskModel.current(ctx.db);
    for (const { config, state, seq } of [shadow, current]) {
      if (config !== null) await setFigures(ctx.db, config, await figuresOf(ctx.db, state, seq));
    }
    return `built up to ${shadow.seq}`;
  },
});
