import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { undoSettingAction } from "@/app/actions/settings";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import { AuditPage } from "@/lib/admin/model";

export type AuditChoice = {
  type: string;
  personId: string;
  from: string;
  to: string;
  tickets: boolean;
};

export const EVERYTHING: AuditChoice = { type: "", personId: "", from: "", to: "", tickets: false };

/** The filter as the address carries it; what is not chosen is left out. */
export function auditSearch({ tickets, ...choice }: AuditChoice): URLSearchParams {
  const search = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== ""));
  if (tickets) search.set("tickets", "yes");
  return search;
}

export function useAudit(choice: AuditChoice) {
  return useInfiniteQuery({
    queryKey: ["settings", "audit", choice],
    queryFn({ pageParam, signal }) {
      const search = auditSearch(choice);
      if (pageParam) search.set("before", pageParam);
      return getJson(`/api/settings/audit?${search}`, AuditPage, signal);
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
}

/** Puts a setting back to what it was before a change. */
export function useUndoSetting() {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (eventId: string) => unwrap(undoSettingAction({ eventId })),
    onSuccess: () => toast.success(t("Put back")),
    onError: (error) => toast.error(messageOf(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: ["settings"] }),
  });
}
