import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { approveDraftAction, correctDraftAction, rejectDraftAction } from "@/app/actions/draft";
import {
  addNoteAction,
  assignTicketAction,
  replyToTicketAction,
  setPriorityAction,
  setStatusAction,
} from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { TicketView } from "@/lib/inbox/model";

export function ticketQuery(id: string) {
  return queryOptions({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }) => getJson(`/api/tickets/${id}`, TicketView, signal),
  });
}

export function useTicket(id: string) {
  return useQuery(ticketQuery(id));
}

type Answer<T> = Parameters<typeof unwrap<T>>[0];

type Change<I> = {
  act: (input: I) => Answer<unknown>;
  /** What the screen shows before the desk has answered; taken back when it refuses. */
  foresee?: (ticket: TicketView, input: I) => TicketView;
  /** The form itself shows refusals, where they happened. */
  inPlace?: boolean;
  /** Said when it is done. */
  done?: string;
};

/** One kind of change to the ticket `id`. A refusal is told, and the ticket read anew. */
function useChange<I>(id: string, { act, foresee, inPlace, done }: Change<I>) {
  const client = useQueryClient();
  const { queryKey } = ticketQuery(id);
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onMutate: async (input) => {
      if (!foresee) return undefined;
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, foresee(before, input));
      return before;
    },
    onError: (error, _input, before) => {
      if (before) client.setQueryData(queryKey, before);
      if (!inPlace) toast.error(messageOf(error));
    },
    onSuccess: () => {
      if (done) toast.success(done);
    },
    onSettled: () => {
      // Not awaited: a refusal is shown at once, not after the lists have been read.
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: keys.queues });
    },
  });
}

export const useReply = (id: string) =>
  useChange(id, { act: replyToTicketAction, inPlace: true, done: "Reply is on its way" });

export const useNote = (id: string) =>
  useChange(id, { act: addNoteAction, inPlace: true, done: "Note added" });

export const useSetStatus = (id: string) =>
  useChange<Parameters<typeof setStatusAction>[0]>(id, {
    act: setStatusAction,
    foresee: (ticket, { status }) => ({ ...ticket, status }),
    done: "Status changed",
  });

export const useSetPriority = (id: string) =>
  useChange<Parameters<typeof setPriorityAction>[0]>(id, {
    act: setPriorityAction,
    foresee: (ticket, { priority }) => ({ ...ticket, priority }),
    done: "Priority changed",
  });

type Assign = Parameters<typeof assignTicketAction>[0] & {
  /** Names for the screen until the desk has answered. */
  names: Partial<Pick<TicketView, "assignee" | "team">>;
};

export const useAssign = (id: string) =>
  useChange<Assign>(id, {
    act: ({ names: _names, ...input }) => assignTicketAction(input),
    foresee: (ticket, { names }) => ({ ...ticket, ...names }),
    done: "Assignment changed",
  });

export const useApprove = (id: string) => useChange(id, { act: approveDraftAction });

export const useCorrect = (id: string) =>
  useChange(id, { act: correctDraftAction, inPlace: true, done: "Correction is on its way" });

export const useReject = (id: string) =>
  useChange(id, {
    act: rejectDraftAction,
    inPlace: true,
    done: "Rejected; the ticket is back with people",
  });
