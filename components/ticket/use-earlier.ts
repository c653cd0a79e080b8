import { useInfiniteQuery } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";
import { getJson } from "@/components/desk/request";
import type { MessageView, TicketView } from "@/lib/inbox/model";

/** The whole conversation as far as it was asked for, oldest first, and a way to ask for more. */
export function useEarlier(ticket: TicketView) {
  const oldest = ticket.messages[0]?.id ?? "";
  const { data, fetchNextPage, hasNextPage, isFetching, error } = useInfiniteQuery({
    // Messages that were sent stay as they are: what was read once is not read again.
    queryKey: [...keys.ticket(ticket.id), "earlier", oldest],
    queryFn: ({ pageParam, signal }) =>
      getJson(
        `/api/tickets/${ticket.id}/earlier?before=${pageParam}`,
        async () => (await import("@/lib/inbox/model")).EarlierMessages,
        signal,
      ),
    initialPageParam: oldest,
    getNextPageParam: (page) => (page.more ? page.messages[0]?.id : undefined),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const earlier: MessageView[] = data ? data.pages.toReversed().flatMap((one) => one.messages) : [];
  return {
    messages: earlier.length > 0 ? [...earlier, ...ticket.messages] : ticket.messages,
    more: data ? hasNextPage : ticket.moreMessages,
    isFetching,
    error,
    load: () => void fetchNextPage(),
  };
}
