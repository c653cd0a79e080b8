import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/desk/request";
import {
  CalibrationView,
  LabelsView,
  LedgerPage,
  type LedgerRow,
  ProgressView,
  RatingsView,
} from "@/lib/insights/model";
import { UnknownKinds, UnknownKindView, type UnknownQuery } from "@/lib/knowledge/model";

/** What each section of the learning page reads; the page prefetches the first ones. */
export const progressQuery = queryOptions({
  queryKey: ["learning", "progress"],
  queryFn: ({ signal }) => getJson("/api/learning/progress", ProgressView, signal),
});

export const calibrationQuery = queryOptions({
  queryKey: ["learning", "calibration"],
  queryFn: ({ signal }) => getJson("/api/learning/calibration", CalibrationView, signal),
});

export const labelsQuery = queryOptions({
  queryKey: ["learning", "labels"],
  queryFn: ({ signal }) => getJson("/api/learning/labels", LabelsView, signal),
});

export const ratingsQuery = queryOptions({
  queryKey: ["learning", "ratings"],
  queryFn: ({ signal }) => getJson("/api/learning/ratings", RatingsView, signal),
});

/** Everything about unknown questions: one change may move several groups. */
export const UNKNOWN_KEY = ["learning", "unknown"] as const;
/** Workers group what comes in; people watch the list. */
const UNKNOWN_MS = 20_000;

export const unknownQuery = (state: UnknownQuery["state"], all: boolean) =>
  queryOptions({
    queryKey: [...UNKNOWN_KEY, "list", state, all],
    queryFn: ({ signal }) =>
      getJson(
        `/api/learning/unknown?state=${state}&all=${all ? "yes" : "no"}`,
        UnknownKinds,
        signal,
      ),
    refetchInterval: UNKNOWN_MS,
  });

/** @param id of the group, or of a ticket in it */
export const unknownKindQuery = (id: string) =>
  queryOptions({
    queryKey: [...UNKNOWN_KEY, "one", id],
    queryFn: ({ signal }) => getJson(`/api/learning/unknown/${id}`, UnknownKindView, signal),
  });

export const LEDGER = ["learning", "ledger"] as const;

/** The ledger, of one kind or all, a page at a time. */
export function ledgerQuery(kind: LedgerRow["kind"] | null) {
  return infiniteQueryOptions({
    queryKey: [...LEDGER, kind ?? ""],
    queryFn: ({ pageParam, signal }) => {
      const wanted = { ...(kind && { kind }), ...(pageParam && { before: `${pageParam}` }) };
      return getJson(`/api/learning/ledger?${new URLSearchParams(wanted)}`, LedgerPage, signal);
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
}
