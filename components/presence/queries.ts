import {
  queryOptions,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import {
  holdReplyAction,
  leaveReplyAction,
  markReadAction,
  markUnreadAction,
} from "@/app/actions/presence";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { foreseeUnread } from "@/components/ticket/foresee-row";
import { useIsIdle } from "@/components/ui/later";
import { toast } from "@/components/ui/toast";
import type { Presence, ReplyHold } from "@/lib/presence/model";
import { keepAsking } from "./poll";

const presenceQuery = queryOptions({
  queryKey: keys.presence,
  queryFn: ({ signal }) =>
    getJson(
      "/api/presence",
      async () => (await import("@/lib/presence/model")).PresenceList,
      signal,
    ),
});

const NOBODY: readonly Presence[] = [];

/** Where everybody else is now; of one ticket when it is named. */
export function usePresence(ticketId?: string): readonly Presence[] {
  const client = useQueryClient();
  useEffect(() => keepAsking(client), [client]);
  const idle = useIsIdle();
  const { data } = useQuery({
    ...presenceQuery,
    enabled: idle,
    select: useCallback(
      (all: Presence[]) =>
        ticketId === undefined ? all : all.filter((one) => one.ticketId === ticketId),
      [ticketId],
    ),
  });
  return data ?? NOBODY;
}

/** The same for a whole list: who is on which ticket. A question for each row would be dear. */
export function usePresenceByTicket(): ReadonlyMap<string, readonly Presence[]> {
  const all = usePresence();
  return useMemo(() => {
    const on = new Map<string, Presence[]>();
    for (const one of all) on.set(one.ticketId, [...(on.get(one.ticketId) ?? []), one]);
    return on;
  }, [all]);
}

/** A sign of life. Lost ones do no harm: the next one follows. */
export const lookAt = (ticketId: string) =>
  void fetch(`/api/presence/look?ticketId=${ticketId}`, { method: "POST" }).catch(() => undefined);

/** Also as the page is being closed. */
export const leave = (ticketId: string) =>
  void navigator.sendBeacon(`/api/presence/leave?ticketId=${ticketId}`);

/** What this tab knows of its own reply. */
type Hold = ReplyHold & {
  /** It was this person's at some time since they began. */
  had: boolean;
};

const holdKey = (ticketId: string) => ["reply-hold", ticketId] as const;

export function useHold(ticketId: string): Hold | null {
  const { data } = useQuery<Hold | null>({
    queryKey: holdKey(ticketId),
    queryFn: skipToken, // only what taking it has answered
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}

/** Takes the reply to a ticket while it is typed, and gives it back. */
export function useHoldReply(ticketId: string) {
  const client = useQueryClient();
  const take = useCallback(
    async (takeOver: boolean) => {
      const hold = await unwrap(holdReplyAction({ ticketId, takeOver }));
      client.setQueryData<Hold | null>(holdKey(ticketId), (before) => ({
        ...hold,
        had: hold.mine || before?.had === true,
      }));
      if (takeOver || !hold.mine) void client.invalidateQueries({ queryKey: keys.presence });
    },
    [client, ticketId],
  );
  /** Fails where the desk could not be reached: then its time ends it. */
  const giveBack = useCallback(async () => {
    client.setQueryData(holdKey(ticketId), null);
    await unwrap(leaveReplyAction({ ticketId }));
  }, [client, ticketId]);
  return { take, giveBack };
}

export function useTakeOver(ticketId: string) {
  const t = useT();
  const { take } = useHoldReply(ticketId);
  return useMutation({
    mutationFn: () => take(true),
    onError: (error) => toast.error(messageOf(error, t)),
  });
}

/** Says that a ticket was read, in the lists at once. Not worth a word when it fails. */
export function useMarkRead() {
  const client = useQueryClient();
  return useCallback(
    (ticketId: string) => {
      foreseeUnread(client, ticketId, false);
      void markReadAction({ ticketId }).catch(() => undefined);
    },
    [client],
  );
}

export function useMarkUnread(ticketId: string) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(markUnreadAction({ ticketId })),
    onMutate: () => foreseeUnread(client, ticketId, true),
    onSuccess: () => toast.success(t("Marked as unread")),
    onError: (error) => {
      foreseeUnread(client, ticketId, false);
      toast.error(messageOf(error, t));
    },
  });
}
