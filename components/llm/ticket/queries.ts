import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { confirmProposalAction, declineProposalAction } from "@/app/actions/tool";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import { AssistView } from "@/lib/assist/model";
import type { ProposalRef } from "@/lib/tool/model";

/** Below the ticket's own key: what changes the ticket asks for this anew, too. */
const assistKey = (ticketId: string) => [...keys.ticket(ticketId), "assist"] as const;

/** What models have to do with a ticket and the draft that is shown; undefined until it is known. */
export function useAssist(ticketId: string, attemptId: string): AssistView | undefined {
  return useQuery({
    queryKey: [...assistKey(ticketId), attemptId],
    queryFn: ({ signal }) =>
      getJson(`/api/tickets/${ticketId}/proposals?attempt=${attemptId}`, AssistView, signal),
    staleTime: 10_000, // ms
  }).data;
}

const engineKey = ["engine"] as const;

/**
 * The provider that is asked now; null: everything that needs one stays hidden. The same for all
 * tickets, so that it is not asked for with each.
 */
export function useEngine(ticketId: string): AssistView["engine"] {
  const { data } = useQuery({
    queryKey: engineKey,
    queryFn: async ({ signal }) =>
      (await getJson(`/api/tickets/${ticketId}/proposals`, AssistView, signal)).engine,
    staleTime: 30_000, // ms
  });
  return data ?? null;
}

function useRefresh(ticketId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.ticket(ticketId) });
}

/** The new draft has been kept: the ticket shows it. */
export const useRefreshTicket = useRefresh;

export function useConfirmProposal(ticketId: string) {
  const t = useT();
  const refresh = useRefresh(ticketId);
  return useMutation({
    mutationFn: (ref: ProposalRef) => unwrap(confirmProposalAction(ref)),
    onSuccess({ state, result }) {
      if (state === "done") toast.success(t("Done"));
      else toast.error(t("It failed"), { description: result });
    },
    onError: (error) => void toast.error(messageOf(error, t)),
    onSettled: () => refresh(),
  });
}

export function useDeclineProposal(ticketId: string) {
  const t = useT();
  const refresh = useRefresh(ticketId);
  return useMutation({
    mutationFn: (ref: ProposalRef) => unwrap(declineProposalAction(ref)),
    onSuccess: () => void toast.success(t("Declined; nothing was done")),
    onError: (error) => void toast.error(messageOf(error, t)),
    onSettled: () => refresh(),
  });
}
