import { ReviewQuery } from "@/lib/review/model";

const NAMES = ["kind", "category", "channel", "team", "from", "to", "whose"] as const;
export type FilterName = (typeof NAMES)[number];

/** The filters that the address names; what does not fit is passed over. */
export function filtersOf(search: URLSearchParams): ReviewQuery {
  const named = NAMES.flatMap((name) => {
    const value = search.get(name);
    if (!value) return [];
    return ReviewQuery.shape[name].safeParse(value).success ? [[name, value]] : [];
  });
  return ReviewQuery.parse(Object.fromEntries(named));
}

/** The address with one filter set, or without it; the open item stays only where it may be listed. */
export function withFilter(search: URLSearchParams, name: FilterName, value: string): string {
  const next = new URLSearchParams(search);
  next.delete("item");
  if (value === "") next.delete(name);
  else next.set(name, value);
  return addressOf(next);
}

/** The address with another item open. */
export function withItem(search: URLSearchParams, id: string | null): string {
  const next = new URLSearchParams(search);
  if (id === null) next.delete("item");
  else next.set("item", id);
  return addressOf(next);
}

const addressOf = (search: URLSearchParams) =>
  search.size === 0 ? "/review" : `/review?${search}`;

/** Filters as a request asks for them. */
export function toSearch(query: ReviewQuery): string {
  const named = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(named).toString();
}
