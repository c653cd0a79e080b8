import type { Db } from "@/db/client";
import {
  CUSTOMERS,
  categoriesNamed,
  customersNamed,
  customersOfAccount,
  intentsNamed,
  peopleNamed,
  teamsNamed,
} from "./names-store";
import type { Filter } from "./query";

type Found = { filters: Filter[]; hints: string[] };

/**
 * Puts ids and slugs in place of names. A name that nobody has leaves a filter that nothing passes,
 * and says so: passed over in silence, it would show everybody's tickets.
 */
export async function resolveNames(
  db: Db,
  filters: readonly Filter[],
  me: string | null,
): Promise<Found> {
  const found: Found = { filters: [], hints: [] };
  for (const filter of filters) {
    const ids: string[] = [];
    for (const value of filter.values) ids.push(...(await idsOf(db, filter, value, me, found)));
    found.filters.push({ ...filter, values: [...new Set(ids)] });
  }
  return found;
}

async function idsOf(
  db: Db,
  { op }: Filter,
  value: string,
  me: string | null,
  { hints }: Found,
): Promise<string[]> {
  const lookUp = LOOK_UP[op];
  if (!lookUp) return [value];
  if (op === "assignee" && value.toLowerCase() === "none") return ["none"];
  if (op === "assignee" && value.toLowerCase() === "me") return me ? [me] : [];
  const ids = await lookUp(db, value);
  if (ids.length === 0) hints.push(`${op}: there is no ${NOUN[op]} called "${value}".`);
  if ((op === "from" || op === "account") && ids.length > CUSTOMERS) {
    hints.push(`${op}: more than ${CUSTOMERS} customers are like "${value}". Write more of it.`);
  }
  return ids;
}

const LOOK_UP: Partial<Record<Filter["op"], (db: Db, text: string) => Promise<string[]>>> = {
  from: (db, text) => customersNamed(db, text, CUSTOMERS + 1),
  account: customersOfAccount,
  category: categoriesNamed,
  intent: intentsNamed,
  assignee: peopleNamed,
  team: teamsNamed,
};

const NOUN: Partial<Record<Filter["op"], string>> = {
  from: "customer",
  account: "account",
  category: "category",
  intent: "intent",
  assignee: "colleague",
  team: "team",
};
