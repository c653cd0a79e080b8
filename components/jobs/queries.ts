import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { discardJobAction, replayJobAction } from "@/app/actions/jobs";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
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

function useDeadJobs(act: typeof replayJobAction, done: (jobs: number) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: DeadChoice) => unwrap(act(choice)),
    onError: (error) => toast.error(messageOf(error)),
    onSuccess: ({ jobs }) => toast.success(done(jobs)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
        client.invalidateQueries({ queryKey: ["status"] }),
      ]),
  });
}

const jobWords = (jobs: number) => (jobs === 1 ? "1 job" : `${jobs} jobs`);

export const useReplayJob = () =>
  useDeadJobs(replayJobAction, (jobs) => `Queued ${jobWords(jobs)} again`);
export const useDiscardJob = () =>
  useDeadJobs(discardJobAction, (jobs) => `Discarded ${jobWords(jobs)}`);
