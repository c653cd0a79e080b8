import { useQuery } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";
import { getJson } from "@/components/desk/request";
import { AttemptsView, RoutingsView } from "@/lib/review/model";

/** Every draft of a ticket; asked for when somebody wants to know. */
export function useAttempts(ticketId: string, wanted: boolean) {
  return useQuery({
    queryKey: [...keys.ticket(ticketId), "attempts"],
    queryFn: ({ signal }) => getJson(`/api/tickets/${ticketId}/attempts`, AttemptsView, signal),
    enabled: wanted,
  });
}

export function useRoutings(ticketId: string, wanted: boolean) {
  return useQuery({
    queryKey: [...keys.ticket(ticketId), "routings"],
    queryFn: ({ signal }) => getJson(`/api/tickets/${ticketId}/routings`, RoutingsView, signal),
    enabled: wanted,
  });
}
