import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import {
  followTicketAction,
  readNoticesAction,
  setNoticeSettingsAction,
  unfollowTicketAction,
} from "@/app/actions/notices";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { useIsIdle } from "@/components/ui/later";
import { toast } from "@/components/ui/toast";
import type { NoticeSettings, NoticesView } from "@/lib/notice/model";

/** A tab that nobody looks at has no live line after a while; the browser may still have to tell. */
const HIDDEN_MS = 60_000;

const noticesQuery = queryOptions({
  queryKey: keys.notices,
  queryFn: ({ signal }) =>
    getJson("/api/notices", async () => (await import("@/lib/notice/model")).NoticesView, signal),
});

/** One's own notices; live updates read them anew. @param told the browser is to show new ones */
export function useNotices(told: boolean) {
  const idle = useIsIdle();
  return useQuery({
    ...noticesQuery,
    enabled: idle,
    refetchInterval: told ? HIDDEN_MS : false,
    refetchIntervalInBackground: true,
  });
}

type Which = Parameters<typeof readNoticesAction>[0];

/** Marks notices as read, at once. */
export function useReadNotices() {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = noticesQuery;
  return useMutation({
    mutationFn: (which: Which) => unwrap(readNoticesAction(which)),
    onMutate: async (which) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (view) => view && marked(view, which));
      return before;
    },
    onError: (error, _which, before) => {
      if (before) client.setQueryData(queryKey, before);
      toast.error(messageOf(error, t));
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

const isMeant = ({ id, ticket }: NoticesView["notices"][number], which: Which) =>
  "all" in which || ("ids" in which ? which.ids.includes(id) : which.ticketId === ticket.id);

function marked({ unread, notices }: NoticesView, which: Which): NoticesView {
  const meant = notices.filter((notice) => notice.readAt === null && isMeant(notice, which));
  const readAt = new Date().toISOString();
  return {
    unread: "all" in which ? 0 : unread - meant.length,
    notices: notices.map((notice) => (meant.includes(notice) ? { ...notice, readAt } : notice)),
  };
}

/** Marks what was told of a ticket as read, when anything is not. */
export function useReadNoticesOf(ticketId: string): () => void {
  const client = useQueryClient();
  const { mutate } = useReadNotices();
  return useCallback(() => {
    const view = client.getQueryData(noticesQuery.queryKey);
    const waits = view?.notices.some(({ ticket, readAt }) => ticket.id === ticketId && !readAt);
    if (waits) mutate({ ticketId });
  }, [client, mutate, ticketId]);
}

const wishesQuery = queryOptions({
  queryKey: [...keys.notices, "settings"],
  queryFn: ({ signal }) =>
    getJson(
      "/api/notices/settings",
      async () => (await import("@/lib/notice/model")).NoticeWishes,
      signal,
    ),
});

export const useWishes = () => useQuery(wishesQuery);

export function useSetWishes() {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = wishesQuery;
  return useMutation({
    mutationFn: (change: NoticeSettings) => unwrap(setNoticeSettingsAction(change)),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, { ...before, ...change });
      return before;
    },
    onError: (error, _change, before) => {
      if (before) client.setQueryData(queryKey, before);
      toast.error(messageOf(error, t));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.notices }),
  });
}

const followersQuery = (ticketId: string) =>
  queryOptions({
    queryKey: [...keys.ticket(ticketId), "followers"],
    queryFn: ({ signal }) =>
      getJson(
        `/api/notices/followers?id=${ticketId}`,
        async () => (await import("@/lib/notice/model")).FollowersView,
        signal,
      ),
  });

export const useFollowers = (ticketId: string) => useQuery(followersQuery(ticketId)).data;

/** Follows a ticket, or ends it; shown at once. */
export function useFollow(ticketId: string, me: { id: string; name: string }) {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = followersQuery(ticketId);
  return useMutation({
    mutationFn: (follow: boolean) =>
      unwrap(follow ? followTicketAction({ ticketId }) : unfollowTicketAction({ ticketId })),
    onMutate: async (following) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      const others = before?.people.filter(({ id }) => id !== me.id) ?? [];
      client.setQueryData(queryKey, { following, people: following ? [...others, me] : others });
      return before;
    },
    onError: (error, _follow, before) => {
      client.setQueryData(queryKey, before);
      toast.error(messageOf(error, t));
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
