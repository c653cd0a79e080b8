import type { Condition } from "../rule/model";

/** Whether conditions hold, and what was found, in plain words. */
type Test = (conditions: readonly Condition[]) => { holds: boolean; why: string };

/**
 * The first policy that matches, and why. What this version can't read matches nothing.
 *
 * @param test the evaluator of rules, with the facts of one ticket
 */
export function choosePolicy<
  P extends { name: string; conditions: readonly Condition[]; unreadable: boolean },
>(policies: readonly P[], test: Test): { policy: P; because: string } | null {
  for (const policy of policies) {
    if (policy.unreadable) continue;
    const { holds, why } = test(policy.conditions);
    if (!holds) continue;
    const because = policy.conditions.length === 0 ? "it holds for every ticket" : why;
    return { policy, because };
  }
  return null;
}
