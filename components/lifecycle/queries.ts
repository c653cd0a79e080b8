import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  markDuplicateAction,
  mergeTicketsAction,
  moveMessageAction,
  snoozeTicketAction,
  splitMessageAction,
  unmergeTicketsAction,
  wakeTicketAction,
} from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, unwrap } from "@/components/desk/request";
import { says } from "@/components/i18n/says";
import { useChange } from "@/components/ticket/queries";
import { MergePreview } from "@/lib/inbox/model";
import { FoundTicket } from "@/lib/search/model";

export const useSnooze = (id: string) => useChange(id, { act: snoozeTicketAction, inPlace: true });

export const useWake = (id: string) =>
  useChange(id, { act: wakeTicketAction, done: says("Back in the queue") });

export const useMarkDuplicate = (id: string) =>
  useChange(id, { act: markDuplicateAction, inPlace: true, done: says("Marked as a duplicate") });

/** Changes to two tickets at once: everything that is shown of tickets is read anew. */
function useBoth<I, T>(act: (input: I) => Parameters<typeof unwrap<T>>[0]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.tickets });
      void client.invalidateQueries({ queryKey: keys.queues });
    },
  });
}

export const useMerge = () => useBoth(mergeTicketsAction);
export const useUnmerge = () => useBoth(unmergeTicketsAction);
export const useMoveMessage = () => useBoth(moveMessageAction);
export const useSplitMessage = () => useBoth(splitMessageAction);

/** The ticket that a typed number leads to; asked once the number could be one. */
export function useFound(ref: string) {
  const plain = ref.trim().replace(/^#/, "");
  return useQuery({
    queryKey: [...keys.tickets, "find", plain],
    queryFn: ({ signal }) =>
      getJson(`/api/tickets/find?${new URLSearchParams({ ref: plain })}`, FoundTicket, signal),
    enabled: /^\d{1,10}$/.test(plain),
  });
}

export function useMergePreview(sourceId: string, targetId: string | null) {
  return useQuery({
    queryKey: [...keys.tickets, "merge", sourceId, targetId],
    queryFn: ({ signal }) =>
      getJson(`/api/tickets/${sourceId}/merge?into=${targetId}`, MergePreview, signal),
    enabled: targetId !== null,
    staleTime: 0,
  });
}
