import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/desk/request";
import { SEARCH_LIMITS, SearchResult } from "@/lib/search/model";

/** Tickets change all the time; what was found is fetched anew when it is this old. */
const STALE_MS = 15_000;

/** What the box finds. The server puts the first answer of the page in place with the same key. */
export function searchQuery(box: string) {
  // Some more than the limit, so that the desk can say that it was too much.
  const q = box.trim().slice(0, SEARCH_LIMITS.length + 1);
  return queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) =>
      getJson(`/api/search?${new URLSearchParams({ q })}`, SearchResult, signal),
    enabled: q !== "",
    staleTime: STALE_MS,
    // What was found for half a word stays until the whole one has been looked for.
    placeholderData: keepPreviousData,
  });
}

export const useSearch = (box: string) => useQuery(searchQuery(box));
