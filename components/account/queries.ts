import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endOwnSessionAction, endSessionsAction, setLocaleAction } from "@/app/actions/people";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import { AccountView } from "@/lib/admin/model";
import type { Locale } from "@/lib/person/model";

export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => getJson("/api/account", AccountView, signal),
});

export const useAccount = () => useQuery(accountQuery);

export function useEndOwnSession() {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => unwrap(endOwnSessionAction({ sessionId })),
    onSuccess: () => toast.success(t("Signed out there")),
    onError: (error) => toast.error(messageOf(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
}

export function useEndOtherSessions() {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (personId: string) => unwrap(endSessionsAction({ personId })),
    onSuccess: ({ sessions }) =>
      toast.success(t("Signed out of {{count}} browsers", { count: sessions })),
    onError: (error) => toast.error(messageOf(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
}

/** The page is loaded anew: every word of it changes, also those that the server has said. */
export function useSetLocale() {
  const t = useT();
  return useMutation({
    mutationFn: (locale: Locale | null) => unwrap(setLocaleAction({ locale })),
    onSuccess: () => location.reload(),
    onError: (error) => toast.error(messageOf(error, t)),
  });
}
