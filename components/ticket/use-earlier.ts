import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { keys } from "@/components/desk/queries";
import { getJson } from "@/components/desk/request";
import type { MessageView, TicketView } from "@/lib/inbox/model";
import { ticketQuery } from "./queries";
import { withEarlier } from "./with-earlier";

/** All that was read of a conversation, oldest first, and whether there is more before it. */
type Read = { messages: MessageView[]; more: boolean };

/** The whole conversation as far as it was asked for, oldest first, and a way to ask for more. */
export function useEarlier(ticket: TicketView) {
  const client = useQueryClient();
  const newest = ticket.messages;
  const queryKey = useMemo(() => [...keys.ticket(ticket.id), "earlier"], [ticket.id]);
  // Messages that were sent stay as they are: what was read once is not read again.
  const { data: read } = useQuery<Read>({ queryKey, queryFn: skipToken });
  const messages = useMemo(() => withEarlier(read?.messages ?? [], newest), [read, newest]);
  const more = read && messages.length > newest.length ? read.more : ticket.moreMessages;
  // What is pushed out of the newest is pushed out for good: it is kept while it is there.
  useEffect(() => {
    client.setQueryData<Read>(
      queryKey,
      (before) => before && { ...before, messages: withEarlier(before.messages, newest) },
    );
  }, [client, queryKey, newest]);
  const load = useMutation({
    mutationFn: (shown: MessageView[]) =>
      getJson(
        `/api/tickets/${ticket.id}/earlier?before=${shown[0]?.id}`,
        async () => (await import("@/lib/inbox/model")).EarlierMessages,
      ),
    onSuccess: (page, shown) => {
      const now = client.getQueryData(ticketQuery(ticket.id).queryKey)?.messages ?? [];
      const all = [...page.messages, ...shown];
      client.setQueryData<Read>(queryKey, { messages: withEarlier(all, now), more: page.more });
    },
  });
  return {
    messages,
    more,
    isFetching: load.isPending,
    error: load.error,
    load: () => {
      if (!load.isPending) load.mutate(messages);
    },
  };
}
