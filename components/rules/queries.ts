import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  cancelBacktestAction,
  checkRulesAction,
  restoreVersionAction,
  saveRulesAction,
  startBacktestAction,
  tryRulesAction,
} from "@/app/actions/rules";
import { getJson, unwrap } from "@/components/desk/request";
import { BacktestView, RuleTargets, VersionsView } from "@/lib/backtest/model";
import { type RuleDraft, RulesView } from "@/lib/rule/model";

const KEY = ["rules"] as const;

export const rulesQuery = queryOptions({
  queryKey: [...KEY, "list"],
  queryFn: ({ signal }) => getJson("/api/rules", RulesView, signal),
});

export const targetsQuery = queryOptions({
  queryKey: [...KEY, "targets"],
  queryFn: ({ signal }) => getJson("/api/rules/targets", RuleTargets, signal),
});

export const checkQuery = (rules: RuleDraft[]) =>
  queryOptions({
    queryKey: [...KEY, "check", JSON.stringify(rules)],
    queryFn: () => unwrap(checkRulesAction({ rules })),
    staleTime: 10_000, // ms
  });

const backtestQuery = (id: string) =>
  queryOptions({
    queryKey: ["backtests", id],
    queryFn: ({ signal }) => getJson(`/api/backtests/${id}`, BacktestView, signal),
    refetchInterval: ({ state: { data } }) =>
      data && data.state !== "queued" && data.state !== "running" ? false : 500, // ms
  });

export const useRules = () => useQuery(rulesQuery);
export const useTargets = () => useQuery(targetsQuery);

/** What is odd and what would change; the last answer stays until the next is there. */
export const useCheck = (rules: RuleDraft[]) =>
  useQuery({ ...checkQuery(rules), placeholderData: keepPreviousData });

export const useVersions = (open: boolean) =>
  useQuery({
    queryKey: [...KEY, "versions"],
    queryFn: ({ signal }) => getJson("/api/rules/versions", VersionsView, signal),
    enabled: open,
  });

export const useBacktest = (id: string | null) =>
  useQuery({ ...backtestQuery(id ?? ""), enabled: id !== null });

function useChange<I, O>(act: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    // Also after a refusal: it may mean that somebody else was faster.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export const useSaveRules = () =>
  useChange((input: { rules: RuleDraft[]; baseVersion: number; comment: string }) =>
    unwrap(saveRulesAction(input)),
  );
export const useRestoreVersion = () =>
  useChange((number: number) => unwrap(restoreVersionAction({ number })));

type TryInput = Parameters<typeof tryRulesAction>[0];
export type Tried = Awaited<ReturnType<typeof tryRulesNow>>;
const tryRulesNow = (input: TryInput) => unwrap(tryRulesAction(input));

export const useTryRules = () => useMutation({ mutationFn: tryRulesNow });

export const useStartBacktest = () =>
  useMutation({
    mutationFn: (input: { rules: RuleDraft[]; last: number }) => unwrap(startBacktestAction(input)),
  });

export function useCancelBacktest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(cancelBacktestAction({ id })),
    onSettled: () => client.invalidateQueries({ queryKey: ["backtests"] }),
  });
}
