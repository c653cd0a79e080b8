import type { Actions, Condition, RuleChange, RuleDraft } from "./model";
import { canonical, same } from "./same";
import {
  aiWords,
  assigneeWords,
  conditionWords,
  END_WORDS,
  priorityWords,
  type RuleNames,
} from "./words";

type Line = string | null;

/** What has changed between two states of all rules, rule by rule, in the order of the later one. */
export function diffRules(
  before: readonly RuleDraft[],
  after: readonly RuleDraft[],
  names: RuleNames,
): RuleChange[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const kept = new Set(after.map(({ id }) => id));
  const moved = movedIds(before, after);
  const changes: RuleChange[] = [];
  for (const [index, rule] of after.entries()) {
    const { id, name } = rule;
    const was = old.get(id);
    const place = `place ${index + 1}`;
    if (!was) {
      changes.push({ kind: "added", id, name, lines: [place] });
      continue;
    }
    const lines = changedLines(was, rule, names);
    if (lines.length > 0) changes.push({ kind: "changed", id, name, lines });
    if (moved.has(id)) {
      changes.push({
        kind: "moved",
        id,
        name,
        lines: [`place ${before.indexOf(was) + 1} → ${index + 1}`],
      });
    }
  }
  for (const { id, name } of before) {
    if (!kept.has(id)) changes.push({ kind: "removed", id, name, lines: [] });
  }
  return changes;
}

function changedLines(was: RuleDraft, is: RuleDraft, names: RuleNames): string[] {
  const lines: Line[] = [
    was.name === is.name ? null : `name: “${was.name}” → “${is.name}”`,
    was.enabled === is.enabled ? null : is.enabled ? "switched on" : "switched off",
    ...conditionLines(was.conditions, is.conditions, names),
    ...actionLines(was.actions, is.actions, names),
    changed("after a match", END_WORDS[was.onMatch], END_WORDS[is.onMatch]),
  ];
  return lines.filter((line) => line !== null);
}

const changed = (field: string, was: string, is: string): Line =>
  was === is ? null : `${field}: ${was} → ${is}`;

function conditionLines(
  was: readonly Condition[],
  is: readonly Condition[],
  names: RuleNames,
): Line[] {
  if (same(was, is)) return [];
  const [before, after] = [was, is].map((all) => new Set(all.map(canonical)));
  const lines = [
    ...is
      .filter((one) => !before?.has(canonical(one)))
      .map((one) => `new condition: ${conditionWords(one, names)}`),
    ...was
      .filter((one) => !after?.has(canonical(one)))
      .map((one) => `no longer asks: ${conditionWords(one, names)}`),
  ];
  return lines.length > 0 ? lines : ["conditions in another order"];
}

function actionLines(was: Actions, is: Actions, names: RuleNames): Line[] {
  const person = (actions: Actions) =>
    actions.assignee ? assigneeWords(actions.assignee, names) : "none";
  const ai = ({ aiMayAnswer }: Actions) =>
    aiMayAnswer === undefined ? "not said" : aiWords(aiMayAnswer);
  return [
    changed("team", was.team ?? "none", is.team ?? "none"),
    changed("assignee", person(was), person(is)),
    changed("priority", priorityWords(was), priorityWords(is)),
    ...is.tags.filter((tag) => !was.tags.includes(tag)).map((tag) => `tag added: ${tag}`),
    ...was.tags.filter((tag) => !is.tags.includes(tag)).map((tag) => `tag removed: ${tag}`),
    changed("SLA", was.sla ?? "none", is.sla ?? "none"),
    changed("AI", ai(was), ai(is)),
  ];
}

/**
 * Rules that were moved, as few as explain the new order: all but a longest run of those that
 * follow each other as before.
 */
function movedIds(before: readonly RuleDraft[], after: readonly RuleDraft[]): Set<string> {
  const place = new Map(before.map(({ id }, index) => [id, index]));
  const common = after.filter(({ id }) => place.has(id)).map(({ id }) => id);
  const at = common.map((id) => place.get(id) ?? 0);
  const length = at.map(() => 1);
  const previous = at.map(() => -1);
  let end = -1;
  for (let i = 0; i < at.length; i++) {
    for (let j = 0; j < i; j++) {
      if ((at[j] ?? 0) < (at[i] ?? 0) && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        previous[i] = j;
      }
    }
    if (end < 0 || (length[i] ?? 0) > (length[end] ?? 0)) end = i;
  }
  const moved = new Set(common);
  for (let i = end; i >= 0; i = previous[i] ?? -1) moved.delete(common[i] ?? "");
  return moved;
}
