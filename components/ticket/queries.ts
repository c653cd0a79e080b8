import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { toast } from "sonner";
import { switchCustomerAiAction } from "@/app/actions/ai";
import { approveDraftAction, correctDraftAction, rejectDraftAction } from "@/app/actions/draft";
import {
  addNoteAction,
  assignTicketAction,
  noteWritingAction,
  replyToTicketAction,
  setPriorityAction,
  setStatusAction,
  undoReplyAction,
} from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, RequestError, unwrap } from "@/components/desk/request";
import { TicketView, Writers } from "@/lib/inbox/model";
import { stateWords } from "./ticket-words";

export function ticketQuery(id: string) {
  return queryOptions({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }) => getJson(`/api/tickets/${id}`, TicketView, signal),
  });
}

export function useTicket(id: string) {
  return useQuery(ticketQuery(id));
}

/** Typing is told to nobody: it would wake every browser. Those who look at the ticket ask. */
const WRITERS_MS = 5_000;

/** Colleagues who are writing on the ticket now. */
export function useWriters(id: string): Writers {
  const { data } = useQuery({
    queryKey: [...keys.ticket(id), "writers"],
    queryFn: ({ signal }) => getJson(`/api/tickets/${id}/writers`, Writers, signal),
    refetchInterval: WRITERS_MS,
  });
  return data ?? [];
}

/** What the desk answers when a person's reply was taken in. */
export type Sent = { messageId: string | null; undoUntil: string | null };

type Answer<T> = Parameters<typeof unwrap<T>>[0];

type Change<I, T> = {
  act: (input: I) => Answer<T>;
  /** What the screen shows before the desk has answered; taken back when it refuses. */
  foresee?: (ticket: TicketView, input: I) => TicketView;
  /** The form itself shows refusals, where they happened. */
  inPlace?: boolean;
  /** Said when it is done. */
  done?: string;
  /** Done even when what was pressed is gone by then: a live update may be faster than the answer. */
  after?: (answer: T) => void;
};

/** A refusal; when somebody was faster, with how the ticket stands now. */
async function tellRefusal(client: QueryClient, id: string, error: Error): Promise<void> {
  const conflict = error instanceof RequestError && error.code === "conflict";
  const now = conflict
    ? await client.fetchQuery({ ...ticketQuery(id), staleTime: 0 }).catch(() => null)
    : null;
  toast.error(messageOf(error), now ? { description: stateWords(now) } : {});
}

/** One kind of change to the ticket `id`. A refusal is told, and the ticket read anew. */
export function useChange<I, T>(id: string, { act, foresee, inPlace, done, after }: Change<I, T>) {
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
      if (!inPlace) void tellRefusal(client, id, error);
    },
    onSuccess: (answer) => {
      if (done) toast.success(done);
      after?.(answer);
    },
    onSettled: () => {
      // Not awaited: a refusal is shown at once, not after the lists have been read.
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: keys.queues });
    },
  });
}

export const useReply = (id: string, after: (sent: Sent) => void) =>
  useChange(id, { act: replyToTicketAction, inPlace: true, after });

export const useUndoReply = (id: string) =>
  useChange(id, { act: undoReplyAction, done: "Taken back; nothing was sent" });

export const useNote = (id: string) =>
  useChange(id, { act: addNoteAction, inPlace: true, done: "Note added" });

export const useSetStatus = (id: string) =>
  useChange<Parameters<typeof setStatusAction>[0], unknown>(id, {
    act: setStatusAction,
    foresee: (ticket, { status }) => ({ ...ticket, status }),
    done: "Status changed",
  });

export const useSetPriority = (id: string) =>
  useChange<Parameters<typeof setPriorityAction>[0], unknown>(id, {
    act: setPriorityAction,
    foresee: (ticket, { priority }) => ({ ...ticket, priority }),
    done: "Priority changed",
  });

type Assign = Parameters<typeof assignTicketAction>[0] & {
  /** Names for the screen until the desk has answered. */
  names: Partial<Pick<TicketView, "assignee" | "team">>;
};

export const useAssign = (id: string) =>
  useChange<Assign, unknown>(id, {
    act: ({ names: _names, ...input }) => assignTicketAction(input),
    foresee: (ticket, { names }) => ({ ...ticket, ...names }),
    done: "Assignment changed",
  });

export const useApprove = (id: string, after: (sent: Sent) => void) =>
  useChange(id, { act: approveDraftAction, after });

export const useCorrect = (id: string, after: (sent: Sent) => void) =>
  useChange(id, { act: correctDraftAction, inPlace: true, after });

export const useReject = (id: string) =>
  useChange(id, {
    act: rejectDraftAction,
    inPlace: true,
    done: "Rejected; the ticket is back with people",
  });

export const useSwitchCustomerAi = (id: string) =>
  useChange(id, { act: switchCustomerAiAction, done: "AI switched" });

/** Tells colleagues, and the AI, that somebody writes here. Not worth a word when it fails. */
export function noteWriting(input: Parameters<typeof noteWritingAction>[0]): void {
  void noteWritingAction(input).catch(() => undefined);
}
