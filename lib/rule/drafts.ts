import { AppError } from "../platform/errors";
import { leavesOf } from "./lint";
import { Actions, type RuleDraft } from "./model";
import { patternProblem } from "./pattern";
import { type RuleRow, readRule, type VersionRow } from "./store";

/** Room between two rules, so that one can be put between them without renumbering. */
const STEP = 10;

/** A stored rule as people edit it. */
export function draftOf(row: RuleRow): RuleDraft {
  const { id, name, onMatch, conditions, actions, unreadable } = readRule(row);
  const draft = { id, name, enabled: row.enabled, conditions, actions, onMatch };
  return unreadable ? { ...draft, conditions: [], actions: Actions.parse({}), unreadable } : draft;
}

/** @throws `invalid` with the field, for what the shape of a rule can't tell */
export function refuseBadDrafts(rules: readonly RuleDraft[]): void {
  const fields: Record<string, string[]> = {};
  const seen = new Set<string>();
  for (const [index, { id, name, conditions }] of rules.entries()) {
    if (seen.has(id)) fields[`rules.${index}.id`] = ["stands twice in the list"];
    seen.add(id);
    for (const leaf of leavesOf(conditions)) {
      const problem = leaf.field === "pattern" ? patternProblem(leaf.matches) : null;
      if (problem) fields[`rules.${index}.matches`] = [`“${name}”: ${problem}`];
    }
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError("invalid", "Some rules can't be saved as they are.", { fields });
  }
}

/**
 * Rows for the drafts in their order. Of a rule that this version can't read, what is stored stays.
 *
 * @throws `invalid` for such a rule that is not stored
 */
export function rowsFor(
  drafts: readonly RuleDraft[],
  stored: readonly RuleRow[],
  now: Date,
): RuleRow[] {
  const before = new Map(stored.map((row) => [row.id, row]));
  return drafts.map(({ unreadable, ...draft }, index) => {
    const row = before.get(draft.id);
    if (unreadable && !row) {
      throw new AppError("invalid", `“${draft.name}” is gone, and nobody can read what it was.`);
    }
    return {
      ...draft,
      ...(unreadable && row && { conditions: row.conditions, actions: row.actions }),
      position: (index + 1) * STEP,
      createdAt: row?.createdAt ?? now,
      updatedAt: now,
    };
  });
}

/** Rows that put the rules of a version in force, also those that nobody can read here. */
export function rowsOf({ rules }: VersionRow, stored: readonly RuleRow[], now: Date): RuleRow[] {
  const made = new Map(stored.map(({ id, createdAt }) => [id, createdAt]));
  return rules.map((rule, index) => ({
    ...rule,
    position: (index + 1) * STEP,
    createdAt: made.get(rule.id) ?? now,
    updatedAt: now,
  }));
}

/** The rules that a version holds. */
export const draftsOf = (version: VersionRow): RuleDraft[] =>
  rowsOf(version, [], version.createdAt).map(draftOf);

/** What a version keeps of the rows: everything but places and times, in their order. */
export const keptOf = (rows: readonly RuleRow[]) =>
  rows.map(({ id, name, enabled, conditions, actions, onMatch }) => ({
    id,
    name,
    enabled,
    conditions,
    actions,
    onMatch,
  }));
