import { queryOptions, useQuery } from "@tanstack/react-query";
import { Pick, QueueCounts } from "@/lib/inbox/model";
import { getJson } from "./request";

/** Keys of everything that live updates refresh, in one place. */
export const keys = {
  queues: ["queues"] as const,
  counts: ["queues", "counts"] as const,
  tickets: ["tickets"] as const,
  ticket: (id: string) => ["tickets", id] as const,
  outbox: ["outbox"] as const,
};

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => getJson("/api/queues/counts", QueueCounts, signal),
});

export function useCounts() {
  return useQuery(countsQuery).data;
}

/** Whom a ticket can be given to; asked for when a list is first shown. */
export function usePeople() {
  return useQuery({
    queryKey: ["people"],
    queryFn: ({ signal }) => getJson("/api/people", Pick, signal),
  }).data;
}

export function useTeams() {
  return useQuery({
    queryKey: ["teams"],
    queryFn: ({ signal }) => getJson("/api/teams", Pick, signal),
  }).data;
}
