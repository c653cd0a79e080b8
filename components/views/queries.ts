import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  addViewAction,
  changeViewAction,
  removeViewAction,
  restoreViewAction,
} from "@/app/actions/views";
import { keys } from "@/components/desk/queries";
import { type Answer, getJson, unwrap } from "@/components/desk/request";
import type { View } from "@/lib/view/model";

/** Not under the queues: those are read anew at every change of a ticket. */
const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) =>
    getJson("/api/views", async () => (await import("@/lib/view/model")).View.array(), signal),
});

/** Saved views with their filters; undefined while they are not there yet. */
export function useViews(): View[] | undefined {
  return useQuery(viewsQuery).data;
}

/** A change to a view: its list, its count and its name are read anew. */
function useChange<I, T>(act: (input: I) => Promise<Answer<T>>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
        client.invalidateQueries({ queryKey: keys.queues }),
      ]),
  });
}

export const useAddView = () => useChange(addViewAction);
export const useChangeView = () => useChange(changeViewAction);
export const useRemoveView = () => useChange(removeViewAction);
export const useRestoreView = () => useChange(restoreViewAction);

export type Asked = { queue: string; filter: string; sort: string; ticketId: string };

/** Why a ticket stands in a list; asked for when somebody wants to know. */
export function useWhy({ queue, filter, sort, ticketId }: Asked, wanted: boolean) {
  const search = new URLSearchParams({ queue, sort, id: ticketId, ...(filter && { filter }) });
  return useQuery({
    queryKey: [...keys.queues, "why", search.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/queues/why?${search}`,
        async () => (await import("@/lib/inbox/model")).WhyHere,
        signal,
      ),
    enabled: wanted,
    staleTime: 0,
  });
}
