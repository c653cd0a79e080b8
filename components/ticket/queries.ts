import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { switchCustomerAiAction } from "@/app/actions/ai";
import { approveDraftAction, correctDraftAction, rejectDraftAction } from "@/app/actions/draft";
import {
  addNoteAction,
  assignTicketAction,
  changeTagsAction,
  noteWritingAction,
  relabelTicketAction,
  replyToTicketAction,
  setPriorityAction,
  setStatusAction,
  undoReplyAction,
} from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, RequestError, unwrap } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";
import type { TicketView } from "@/lib/inbox/model";
import { foreseeRow } from "./foresee-row";
import { stateWords } from "./ticket-words";

export function ticketQuery(id: string) {
  return queryOptions({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }) =>
      getJson(
        `/api/tickets/${id}`,
        async () => (await import("@/lib/inbox/model")).TicketView,
        signal,
      ),
  });
}

export function useTicket(id: string) {
  return useQuery(ticketQuery(id));
}

/** What the desk answers when a person's reply was taken in. */
export type Sent = {
  messageId: string | null;
  undoUntil: string | null;
  /** `held`: a second person must approve it. */
  reviewState?: string;
};

type Answer<R> = Parameters<typeof unwrap<R>>[0];

type Change<I, R> = {
  act: (input: I) => Answer<R>;
  /** What the screen shows before the desk has answered; taken back when it refuses. */
  foresee?: (ticket: TicketView, input: I) => TicketView;
  /** The form itself shows refusals, where they happened. */
  inPlace?: boolean;
  /** Said when it is done. */
  done?: string;
  /** Done even when what was pressed is gone by then: a live update may be faster than the answer. */
  after?: (answer: R) => void;
};

/** A refusal; when somebody was faster, with how the ticket stands now. */
async function tellRefusal(client: QueryClient, id: string, error: Error, t: T): Promise<void> {
  const conflict = error instanceof RequestError && error.code === "conflict";
  const now = conflict
    ? await client.fetchQuery({ ...ticketQuery(id), staleTime: 0 }).catch(() => null)
    : null;
  toast.error(messageOf(error, t), now ? { description: stateWords(now, t) } : {});
}

/** One kind of change to the ticket `id`. A refusal is told, and the ticket read anew. */
export function useChange<I, R>(id: string, { act, foresee, inPlace, done, after }: Change<I, R>) {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = ticketQuery(id);
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onMutate: async (input) => {
      if (!foresee) return undefined;
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (!before) return undefined;
      const next = foresee(before, input);
      client.setQueryData(queryKey, next);
      return { before, takeBack: foreseeRow(client, next) };
    },
    onError: (error, _input, foreseen) => {
      if (foreseen) client.setQueryData(queryKey, foreseen.before);
      foreseen?.takeBack();
      if (!inPlace) void tellRefusal(client, id, error, t);
    },
    onSuccess: (answer) => {
      if (done) toast.success(t(done));
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
  useChange(id, { act: undoReplyAction, done: says("Taken back; nothing was sent") });

export const useNote = (id: string) =>
  useChange(id, { act: addNoteAction, inPlace: true, done: says("Note added") });

export const useSetStatus = (id: string) =>
  useChange<Parameters<typeof setStatusAction>[0], unknown>(id, {
    act: setStatusAction,
    foresee: (ticket, { status }) => ({ ...ticket, status }),
    done: says("Status changed"),
  });

export const useSetPriority = (id: string) =>
  useChange<Parameters<typeof setPriorityAction>[0], unknown>(id, {
    act: setPriorityAction,
    foresee: (ticket, { priority }) => ({ ...ticket, priority }),
    done: says("Priority changed"),
  });

export const useChangeTags = (id: string) =>
  useChange<{ ticketId: string; add: string[]; remove: string[] }, unknown>(id, {
    act: changeTagsAction,
    foresee: (ticket, { add, remove }) => ({
      ...ticket,
      tags: [...new Set([...ticket.tags.filter((tag) => !remove.includes(tag)), ...add])],
    }),
  });

type Relabel = Parameters<typeof relabelTicketAction>[0] & {
  /** Name of the category, for the screen until the desk has answered. */
  name: string;
};

export const useRelabel = (id: string) =>
  useChange<Relabel, unknown>(id, {
    act: ({ name: _name, ...input }) => relabelTicketAction(input),
    foresee: (ticket, { label, to, name }) => ({
      ...ticket,
      ...(label === "category" && { category: name }),
      labels: { ...ticket.labels, [label]: { slug: to, because: [says("Set by you")] } },
    }),
    done: says("Label changed; the desk learns it"),
  });

type Assign = Parameters<typeof assignTicketAction>[0] & {
  /** Names for the screen until the desk has answered. */
  names: Partial<Pick<TicketView, "assignee" | "team">>;
};

export const useAssign = (id: string) =>
  useChange<Assign, unknown>(id, {
    act: ({ names: _names, ...input }) => assignTicketAction(input),
    foresee: (ticket, { names }) => ({ ...ticket, ...names }),
    done: says("Assignment changed"),
  });

export const useApprove = (id: string, after: (sent: Sent) => void) =>
  useChange(id, { act: approveDraftAction, after });

export const useCorrect = (id: string, after: (sent: Sent) => void) =>
  useChange(id, { act: correctDraftAction, inPlace: true, after });

export const useReject = (id: string, after: () => void) =>
  useChange(id, {
    act: rejectDraftAction,
    inPlace: true,
    after,
    done: says("Rejected; the ticket is back with people"),
  });

export const useSwitchCustomerAi = (id: string) =>
  useChange(id, { act: switchCustomerAiAction, done: says("AI switched") });

/** Tells colleagues, and the AI, that somebody writes here. Not worth a word when it fails. */
export const noteWriting = (input: Parameters<typeof noteWritingAction>[0]) =>
  unwrap(noteWritingAction(input));
