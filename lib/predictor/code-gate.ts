import type { Db } from "@/db/client";
import { holdCode } from "./config-store";
import type { DeskState } from "./desk-state";
import type { VersionFigures } from "./model";
import { regressionCases, solve } from "./regression";
import { lockLedger } from "./signal-store";

/** The last version that other code kept, to measure new code by. */
export interface Before {
  upToSeq: number;
  figures: VersionFigures;
}

/**
 * New code begins with the signals that the old code had learned, and has to solve at least as many
 * of the cases that still stand. Else it is noted, and nothing is sent on its word until a person
 * accepts that.
 *
 * @returns true when it may go on
 */
export async function judgeCode(
  db: Db,
  state: DeskState,
  before: Before,
  engineVersion: number,
): Promise<boolean> {
  const cases = await regressionCases(db, before.upToSeq);
  const now = await solve(state, cases);
  if (!isWorse(now, before.figures, cases)) return true;
  const { engine } = state;
  const figures = { outcomes: engine.outcomeCount, expected: engine.expectedShare, ...now };
  const held = await db.transaction(async (tx) => {
    await lockLedger(tx);
    return holdCode(tx, engineVersion, state.settings, figures);
  });
  return !held;
}

type Solved = Pick<VersionFigures, "cases" | "solved" | "since" | "missed">;

/**
 * Whether fewer of the same cases are solved now. What was measured before may be of an older kind,
 * which does not name its cases: then by share.
 */
export function isWorse(
  now: Solved,
  before: Solved,
  cases: readonly { id: string; seq: number }[],
): boolean {
  const { since, missed } = before;
  if (since === undefined || missed === undefined) {
    return now.solved * before.cases < before.solved * now.cases;
  }
  const same = cases.filter(({ seq }) => seq >= since);
  const wrong = (ids: readonly string[]) => same.filter(({ id }) => ids.includes(id)).length;
  return wrong(now.missed ?? []) > wrong(missed);
}
