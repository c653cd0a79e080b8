import type { Condition } from "@/lib/rule/model";

export type GroupKind = "all" | "any" | "not";
export type Group = Exclude<Condition, { field: string }>;

/** Groups may stand in groups so deep. */
export const MOST_DEEP = 3;

export function kindOf(group: Group): GroupKind {
  if ("all" in group) return "all";
  return "any" in group ? "any" : "not";
}

/** What stands in a group; of a `not` around an `any`, what stands in that. */
export function itemsOf(group: Group): Condition[] {
  if ("all" in group) return group.all;
  if ("any" in group) return group.any;
  return "any" in group.not ? group.not.any : [group.not];
}

/** "None of these" is written as not (any of these); of one, as its opposite. */
export function groupOf(kind: GroupKind, items: Condition[]): Group {
  if (kind === "all") return { all: items };
  if (kind === "any") return { any: items };
  const [only] = items;
  return items.length === 1 && only && "field" in only ? { not: only } : { not: { any: items } };
}
