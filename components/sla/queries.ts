import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  forecastPoliciesAction,
  orderPoliciesAction,
  removeCalendarAction,
  removePolicyAction,
  restoreCalendarAction,
  restorePolicyAction,
  saveCalendarAction,
  savePolicyAction,
  tryCalendarAction,
} from "@/app/actions/sla";
import { keys } from "@/components/desk/queries";
import { type Answer, getJson, messageOf, unwrap } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import {
  type Calendar,
  type CalendarInput,
  type ForecastInput,
  type PolicyInput,
  SlaSettings,
  SlaView,
} from "@/lib/sla/model";

export const slaQuery = queryOptions({
  queryKey: ["settings", "sla"],
  queryFn: ({ signal }) => getJson("/api/settings/sla", SlaSettings, signal),
});

/** Policies, calendars, and what they do to the tickets that are open. */
export const useSlaSettings = () => useQuery(slaQuery);

/** What is promised for one ticket. */
export const useSla = (ticketId: string) =>
  useQuery({
    queryKey: [...keys.ticket(ticketId), "sla"],
    queryFn: ({ signal }) => getJson(`/api/tickets/${ticketId}/sla`, SlaView, signal),
  });

/** What policies would do now; the last answer stays until the next is there. */
export const useForecast = (input: ForecastInput | null) =>
  useQuery({
    queryKey: [...slaQuery.queryKey, "forecast", JSON.stringify(input)],
    queryFn: () => unwrap(forecastPoliciesAction(input ?? { policies: [] })),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000, // ms
  });

/** Whether a calendar would be open now; the last answer stays until the next is there. */
export const useTryCalendar = (calendar: Calendar | null) =>
  useQuery({
    queryKey: [...slaQuery.queryKey, "try", JSON.stringify(calendar)],
    queryFn: () => unwrap(tryCalendarAction(calendar ?? { timeZone: "", hours: [], holidays: [] })),
    enabled: calendar !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000, // ms
  });

type Undo<I> = { text: string; run: (input: I) => Promise<Answer<unknown>> };

/** A change of the page; with a way back where `undo` knows one. */
function useChange<I, T>(
  act: (input: I) => Promise<Answer<T>>,
  undo: (input: I) => Undo<I> | null = () => null,
) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: slaQuery.queryKey });
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSuccess: (_, input) => {
      const back = undo(input);
      if (!back) return;
      const run = () => unwrap(back.run(input)).finally(() => void refresh());
      offerUndo({ key: "sla", text: back.text, after: "", run });
    },
    onSettled: () => refresh(),
  });
}

/** `before`: what it was, to put back. */
export function useSavePolicy(before: PolicyInput | null) {
  const t = useT();
  return useChange(savePolicyAction, ({ name }) =>
    before ? { text: t("{{name}} saved", { name }), run: () => savePolicyAction(before) } : null,
  );
}
export function useRemovePolicy() {
  const t = useT();
  return useChange(removePolicyAction, () => ({
    text: t("Policy removed"),
    run: restorePolicyAction,
  }));
}
export function useSaveCalendar(before: CalendarInput | null) {
  const t = useT();
  return useChange(saveCalendarAction, ({ name }) =>
    before ? { text: t("{{name}} saved", { name }), run: () => saveCalendarAction(before) } : null,
  );
}
export function useRemoveCalendar() {
  const t = useT();
  return useChange(removeCalendarAction, () => ({
    text: t("Calendar removed"),
    run: restoreCalendarAction,
  }));
}

/** Puts policies in order: on screen at once, and back when the desk refuses. */
export function useOrderPolicies() {
  const t = useT();
  const client = useQueryClient();
  const { queryKey } = slaQuery;
  return useMutation({
    mutationFn: (policyIds: string[]) => unwrap(orderPoliciesAction({ policyIds })),
    onMutate: async (policyIds) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) {
        const place = (policy: { id: string }) => policyIds.indexOf(policy.id);
        const policies = before.policies.toSorted((a, b) => place(a) - place(b));
        client.setQueryData(queryKey, { ...before, policies });
      }
      return before;
    },
    onError: (error, _, before) => {
      if (before) client.setQueryData(queryKey, before);
      toast.error(messageOf(error, t));
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
