import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";
import type { QueuePage, QueueRow, TicketView } from "@/lib/inbox/model";

type Lists = InfiniteData<QueuePage, string>;

const LISTS = [...keys.queues, "list"];

/**
 * Shows in every list what a ticket is about to become.
 *
 * @returns the way back
 */
export function foreseeRow(client: QueryClient, ticket: TicketView): () => void {
  const before = client.getQueriesData<Lists>({ queryKey: LISTS });
  const change: Partial<QueueRow> = {
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    intent: ticket.labels.intent.slug,
    team: ticket.team?.name ?? null,
    assignee: ticket.assignee,
  };
  client.setQueriesData<Lists>(
    { queryKey: LISTS },
    (lists) => lists && patched(lists, ticket.id, change),
  );
  return () => {
    for (const [queryKey, lists] of before) client.setQueryData(queryKey, lists);
  };
}

/** The same pages but for one row; the same object where it is not listed. */
function patched(lists: Lists, id: string, change: Partial<QueueRow>): Lists {
  if (!lists.pages.some((page) => page.rows.some((row) => row.id === id))) return lists;
  return {
    ...lists,
    pages: lists.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => (row.id === id ? { ...row, ...change } : row)),
    })),
  };
}

/** Shows in every list whether the person has read a ticket. */
export function foreseeUnread(client: QueryClient, id: string, unread: boolean): void {
  client.setQueriesData<Lists>(
    { queryKey: LISTS },
    (lists) => lists && patched(lists, id, { unread }),
  );
}
