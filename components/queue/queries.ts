import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";
import { getJson } from "@/components/desk/request";
import { QueuePage, type QueueSort } from "@/lib/inbox/model";

/** Pages of a queue. The server puts the first one in place with the same key. */
export function queueQuery(queue: string, sort: QueueSort) {
  return infiniteQueryOptions({
    queryKey: [...keys.queues, "list", queue, sort],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ queue, sort, ...(pageParam && { before: pageParam }) });
      return getJson(`/api/queues?${search}`, QueuePage, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

export function useQueue(queue: string, sort: QueueSort) {
  return useInfiniteQuery(queueQuery(queue, sort));
}
