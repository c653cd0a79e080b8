import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";
import { getJson } from "@/components/desk/request";
import type { QueueSort } from "@/lib/inbox/model";

/** Pages of a queue. The server puts the first one in place with the same key. */
export function queueQuery(queue: string, sort: QueueSort, filter = "") {
  return infiniteQueryOptions({
    queryKey: [...keys.queues, "list", queue, sort, filter],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({
        queue,
        sort,
        ...(filter && { filter }),
        ...(pageParam && { before: pageParam }),
      });
      return getJson(
        `/api/queues?${search}`,
        async () => (await import("@/lib/inbox/model")).QueuePage,
        signal,
      );
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

export function useQueue(queue: string, sort: QueueSort, filter: string) {
  return useInfiniteQuery(queueQuery(queue, sort, filter));
}
