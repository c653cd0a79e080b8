import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { keys } from "@/components/desk/queries";
import { getJson } from "@/components/desk/request";
import type { MessageView, TicketView } from "@/lib/inbox/model";
import { ticketQuery } from "./queries";
import { withEarlier } from "./with-earlier";

/** All that was read of a conversation, oldest first, and whether there is more before it. */
type Read = { messages: MessageView[]; more: boolean };

const readKey = (ticketId: string) => [...keys.ticket(ticketId), "earlier"];

/** The whole conversation as far as it was asked for, oldest first. */
export type Earlier = Read;

export function useEarlier(ticket: TicketView): Earlier {
  const client = useQueryClient();
  const newest = ticket.messages;
  const queryKey = useMemo(() => readKey(ticket.id), [ticket.id]);
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
  return { messages, more };
}

/** Asks for the messages before those that are shown. */
export function useLoadEarlier(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shown: MessageView[]) =>
      getJson(
        `/api/tickets/${ticketId}/earlier?before=${shown[0]?.id}`,
        async () => (await import("@/lib/inbox/model")).EarlierMessages,
      ),
    onSuccess: (page, shown) => {
      const now = client.getQueryData(ticketQuery(ticketId).queryKey)?.messages ?? [];
      const all = [...page.messages, ...shown];
      client.setQueryData<Read>(readKey(ticketId), {
        messages: withEarlier(all, now),
        more: page.more,
      });
    },
  });
}
