import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { switchCustomerAiAction } from "@/app/actions/ai";
import {
  addCustomerNoteAction,
  changeCustomerTagsAction,
  editCustomerAction,
  editCustomerNoteAction,
  removeCustomerNoteAction,
  undoCustomerChangeAction,
} from "@/app/actions/customer";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";
import {
  CustomerNotes,
  CustomerPage,
  CustomersPage,
  CustomerTicketsPage,
} from "@/lib/customer/model";

const ALL = ["customers"] as const;

/** Customers by name or address, a page at a time. */
export function customersQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [...ALL, "list", q],
    queryFn: ({ pageParam, signal }) => {
      const wanted = { ...(q && { q }), ...(pageParam && { before: pageParam }) };
      return getJson(`/api/customers?${new URLSearchParams(wanted)}`, CustomersPage, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

/** While another search runs, what was found before stays. */
export const useCustomers = (q: string) =>
  useInfiniteQuery({ ...customersQuery(q), placeholderData: keepPreviousData });

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: [...ALL, id, "page"],
    queryFn: ({ signal }) => getJson(`/api/customers/${id}`, CustomerPage, signal),
  });
}

export const useCustomer = (id: string) => useQuery(customerQuery(id));

export function customerNotesQuery(id: string) {
  return queryOptions({
    queryKey: [...ALL, id, "notes"],
    queryFn: ({ signal }) => getJson(`/api/customers/${id}/notes`, CustomerNotes, signal),
  });
}

export const useCustomerNotes = (id: string) => useQuery(customerNotesQuery(id));

export type Whose = "customer" | "account";

export function customerTicketsQuery(id: string, of: Whose) {
  return infiniteQueryOptions({
    queryKey: [...ALL, id, "tickets", of],
    queryFn: ({ pageParam, signal }) => {
      const wanted = new URLSearchParams({ of, ...(pageParam && { before: pageParam }) });
      return getJson(`/api/customers/${id}/tickets?${wanted}`, CustomerTicketsPage, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

export const useCustomerTickets = (id: string, of: Whose) =>
  useInfiniteQuery(customerTicketsQuery(id, of));

type Change<I> = {
  act: (input: I) => Parameters<typeof unwrap>[0];
  /** What the screen shows before the desk has answered; taken back when it refuses. */
  foresee?: (before: CustomerNotes, input: I) => CustomerNotes;
  /** The form itself shows refusals. */
  inPlace?: boolean;
  done: string;
};

/** Changes what is put down about a customer. */
function useNotesChange<I>(id: string, { act, foresee, inPlace, done }: Change<I>) {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = customerNotesQuery(id);
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
      if (!inPlace) toast.error(messageOf(error, t));
    },
    onSuccess: () => toast.success(t(done)),
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export const useAddNote = (id: string) =>
  useNotesChange(id, { act: addCustomerNoteAction, inPlace: true, done: says("Note added") });

export const useEditNote = (id: string) =>
  useNotesChange(id, { act: editCustomerNoteAction, inPlace: true, done: says("Note changed") });

export const useRemoveNote = (id: string) =>
  useNotesChange<Parameters<typeof removeCustomerNoteAction>[0]>(id, {
    act: removeCustomerNoteAction,
    foresee: (before, { noteId }) => ({
      ...before,
      notes: before.notes.filter((note) => note.id !== noteId),
    }),
    done: says("Note removed"),
  });

export const useChangeTags = (id: string) =>
  useNotesChange<Parameters<typeof changeCustomerTagsAction>[0]>(id, {
    act: changeCustomerTagsAction,
    foresee: (before, { add = [], remove = [] }) => ({
      ...before,
      tags: [...new Set([...before.tags.filter((tag) => !remove.includes(tag)), ...add])],
    }),
    done: says("Tags changed"),
  });

/** Corrects what is known of a customer; the news of it offers the way back. */
export function useEditCustomer(id: string) {
  const t = useT();
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [...ALL] });
    void client.invalidateQueries({ queryKey: keys.tickets });
  };
  const undo = useMutation({
    mutationFn: (eventId: string) => unwrap(undoCustomerChangeAction({ eventId })),
    onSuccess: () => toast.success(t("Undone")),
    onError: (error) => toast.error(messageOf(error, t)),
    onSettled: refresh,
  });
  return useMutation({
    mutationKey: [...ALL, id, "edit"],
    mutationFn: (input: Parameters<typeof editCustomerAction>[0]) =>
      unwrap(editCustomerAction(input)),
    onSuccess: ({ eventId }) => {
      if (!eventId) return;
      const action = { label: t("Undo"), onClick: () => undo.mutate(eventId) };
      toast.success(t("Customer changed"), { action });
    },
    onSettled: refresh,
  });
}

/** The AI's switch on the customer's own page. */
export function useCustomerAi(id: string) {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = customerQuery(id);
  return useMutation({
    mutationFn: (stopped: boolean) => unwrap(switchCustomerAiAction({ customerId: id, stopped })),
    onMutate: async (stopped) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, { ...before, aiStopped: stopped });
      return before;
    },
    onError: (error, _stopped, before) => {
      if (before) client.setQueryData(queryKey, before);
      toast.error(messageOf(error, t));
    },
    onSuccess: () => toast.success(t("AI switched")),
    onSettled: () => {
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: keys.tickets });
    },
  });
}
