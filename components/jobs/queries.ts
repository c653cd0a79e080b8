import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { discardJobAction, replayJobAction } from "@/app/actions/jobs";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import { type DeadChoice, JobsView } from "@/lib/platform/model";

const EVERY_MS = 5_000;

export const jobsQuery = queryOptions({
  queryKey: ["jobs"],
  queryFn: ({ signal }) => getJson("/api/jobs", JobsView, signal),
});

/** Jobs come and go without an event, so they are asked for again while somebody looks. */
export function useJobs() {
  return useQuery({ ...jobsQuery, refetchInterval: EVERY_MS });
}

function useDeadJobs(act: typeof replayJobAction, done: (jobs: number, t: T) => string) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: DeadChoice) => unwrap(act(choice)),
    onError: (error) => toast.error(messageOf(error, t)),
    onSuccess: ({ jobs }) => toast.success(done(jobs, t)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
        client.invalidateQueries({ queryKey: ["status"] }),
      ]),
  });
}

export const useReplayJob = () =>
  useDeadJobs(replayJobAction, (count, t) => t("Queued {{count}} jobs again", { count }));
export const useDiscardJob = () =>
  useDeadJobs(discardJobAction, (count, t) => t("Discarded {{count}} jobs", { count }));
