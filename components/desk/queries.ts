import { queryOptions, useQuery } from "@tanstack/react-query";
import { getJson } from "./request";

/** Keys of everything that live updates refresh, in one place. */
export const keys = {
  queues: ["queues"] as const,
  counts: ["queues", "counts"] as const,
  tickets: ["tickets"] as const,
  ticket: (id: string) => ["tickets", id] as const,
  outbox: ["outbox"] as const,
  notices: ["notices"] as const,
  presence: ["presence"] as const,
  people: ["people"] as const,
  teams: ["teams"] as const,
};

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) =>
    getJson(
      "/api/queues/counts",
      async () => (await import("@/lib/inbox/model")).QueueCounts,
      signal,
    ),
});

export function useCounts() {
  return useQuery(countsQuery).data;
}

const pick = async () => (await import("@/lib/inbox/model")).Pick;

/** Whom a ticket can be given to; asked for when a list is first shown. */
export function usePeople() {
  return useQuery({
    queryKey: keys.people,
    queryFn: ({ signal }) => getJson("/api/people", pick, signal),
  }).data;
}

export function useTeams() {
  return useQuery({
    queryKey: keys.teams,
    queryFn: ({ signal }) => getJson("/api/teams", pick, signal),
  }).data;
}

/** What a ticket can be called. */
export function useLabels() {
  return useQuery({
    queryKey: ["labels"],
    queryFn: ({ signal }) =>
      getJson("/api/labels", async () => (await import("@/lib/desk/model")).LabelOptions, signal),
  }).data;
}
