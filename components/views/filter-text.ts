import { readFilter, type ViewFilter } from "@/lib/view/model";

/** The filter that an address holds (its `f`); null where there is none, or none that can be read. */
export function filterFrom(text: string): ViewFilter | null {
  const filter = text === "" ? null : readFilter(text);
  return filter && filter.tests.length > 0 ? filter : null;
}

/** How an address holds a filter; empty for none. The same filter always gives the same text. */
export function filterText(filter: ViewFilter | null): string {
  if (!filter || filter.tests.length === 0) return "";
  const { match, tests } = filter;
  return JSON.stringify({ ...(match === "any" && { match }), tests });
}
