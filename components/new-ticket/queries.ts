import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { openTicketAction } from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, unwrap } from "@/components/desk/request";
import { type CustomerRow, CustomersPage } from "@/lib/customer/model";

const MIN_LENGTH = 2;
const SHOWN = 6;

/** Customers of that name or address; nothing until there is enough to search for. */
export function useFoundCustomers(words: string): CustomerRow[] {
  const q = words.trim().slice(0, 100);
  const { data } = useQuery({
    queryKey: ["customers", "find", q],
    queryFn: ({ signal }) =>
      getJson(`/api/customers?${new URLSearchParams({ q })}`, CustomersPage, signal),
    enabled: q.length >= MIN_LENGTH,
    staleTime: 30_000, // ms
  });
  return q.length >= MIN_LENGTH ? (data?.rows.slice(0, SHOWN) ?? []) : [];
}

/** Makes a ticket of what somebody has said. The form shows what is wrong. */
export function useOpenTicket() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof openTicketAction>[0]) => unwrap(openTicketAction(input)),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.queues }),
  });
}
