import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { cancelBacktestAction, startBandsBacktestAction } from "@/app/actions/rules";
import { getJson, unwrap } from "@/components/desk/request";
import { BacktestView, type BandsTrial } from "@/lib/backtest/model";

const EVERY_MS = 500;

export const useStartBandsTrial = () =>
  useMutation({ mutationFn: (input: BandsTrial) => unwrap(startBandsBacktestAction(input)) });

/** How far a trial is; asked for until it is over. */
export function useBandsTrial(id: string | null) {
  return useQuery({
    queryKey: ["backtests", id],
    queryFn: ({ signal }) => getJson(`/api/backtests/${id}`, BacktestView, signal),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) =>
      data && data.state !== "queued" && data.state !== "running" ? false : EVERY_MS,
  });
}

export function useCancelTrial() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(cancelBacktestAction({ id })),
    onSettled: () => client.invalidateQueries({ queryKey: ["backtests"] }),
  });
}
