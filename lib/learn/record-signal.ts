import type { Context } from "../platform/context";
import { appendSignal, type NewSignal, type SignalRow } from "../predictor";
import type { SignalKind } from "../predictor/model";

export const TELL_EFFECT = "learn.tell-effect";

/** Kinds that change what the desk would answer: how much is told in the ledger and on their ticket. */
export const TOLD: readonly SignalKind[] = [
  "answered",
  "edited",
  "approved",
  "rejected",
  "relabelled",
  "reopened",
  "csat",
  "undone",
  "answer",
  "article",
  "rolled_back",
];
/** Corrections of a burst come within this time of each other; they are told of together. */
const GATHER_MS = 2_000;

/**
 * Adds to the ledger; where it changes answers, the job that tells its effect is queued in the same
 * transaction. Call it inside one.
 *
 * @returns null when that signal is there already
 */
export async function recordSignal(ctx: Context, row: NewSignal): Promise<SignalRow | null> {
  const stored = await appendSignal(ctx.db, row);
  const came = row.kind === "article" && row.demo; // with the demo, whose tickets it was made for
  if (stored && TOLD.includes(stored.kind) && !came) {
    const startAfter = new Date(ctx.now().getTime() + GATHER_MS);
    await ctx.jobs.send(ctx.db, TELL_EFFECT, { signalId: stored.id }, { startAfter });
  }
  return stored;
}
