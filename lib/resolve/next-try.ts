import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import type { Decided } from "./decide";
import type { GuardFacts } from "./guards";

const HOUR = 3_600_000; // ms

/**
 * When a held ticket is taken up again; null when it is not held, tries are used up, or a person
 * has it. The ticket's first draft is round 1, so that `tries` rounds may follow it.
 */
export async function nextTry(
  ctx: Context,
  { decided, facts }: { decided: Decided; facts: GuardFacts },
  round: number,
): Promise<Date | null> {
  if (decided.decision !== "held") return null;
  if (facts.ticket.assigneeId !== null || facts.personReplied) return null;
  const { tries, hours } = await getSetting(ctx.db, "ai.followUp");
  return round > tries ? null : new Date(ctx.now().getTime() + hours * HOUR);
}
