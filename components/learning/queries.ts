import {
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import {
  acceptCodeAction,
  dismissGroupAction,
  linkArticleAction,
  promoteShadowAction,
  reopenGroupAction,
  restoreConfigAction,
  rollBackModelAction,
  startShadowAction,
  stopShadowAction,
  undoSignalAction,
} from "@/app/actions/learning";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";
import { type LedgerRow, VersionsView } from "@/lib/insights/model";
import { LEDGER, ledgerQuery, UNKNOWN_KEY } from "./progress-queries";

type Answer = Parameters<typeof unwrap>[0];

export const useLedger = (kind: LedgerRow["kind"] | null) => useInfiniteQuery(ledgerQuery(kind));

/** Takes a signal back; ledger and page then show how things stand. */
export function useUndoSignal() {
  const t = useT();
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (input: { signalId: string }) => unwrap(undoSignalAction(input)),
    onError: (error) => toast.error(messageOf(error, t)),
    onSuccess: () => toast.success(t("Taken back")),
    onSettled: () => {
      router.refresh();
      return client.invalidateQueries({ queryKey: LEDGER });
    },
  });
}

const versionsQuery = queryOptions({
  queryKey: ["learning", "versions"],
  queryFn: ({ signal }) => getJson("/api/learning/versions", VersionsView, signal),
});

/** While a worker compares, somebody waits for it, milliseconds. */
const COMPARING_MS = 1_500;
const EVERY_MS = 20_000;

/** Versions and configurations. Workers change them, so they are asked for again. */
export const useVersions = () =>
  useQuery({
    ...versionsQuery,
    refetchInterval: ({ state }) => (state.data?.promoting ? COMPARING_MS : EVERY_MS),
  });

/** Changes which configuration or version answers. The caller says what a refusal means. */
function useVersionChange<I>(act: (input: I) => Answer, done: string) {
  const t = useT();
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSuccess: () => toast.success(t(done)),
    onSettled: () => {
      router.refresh();
      return client.invalidateQueries({ queryKey: versionsQuery.queryKey });
    },
  });
}

export const useRollBack = () => useVersionChange(rollBackModelAction, says("Rolled back"));
export const useStartShadow = () =>
  useVersionChange(startShadowAction, says("Trying it in the shadow"));
export const useStopShadow = () => useVersionChange(stopShadowAction, says("Stopped"));
export const usePromoteShadow = () =>
  useVersionChange(promoteShadowAction, says("Comparing on the corrected tickets"));
export const useRestoreConfig = () => useVersionChange(restoreConfigAction, says("Gone back"));
export const useAcceptCode = () => useVersionChange(acceptCodeAction, says("Accepted"));

/** Changes a group of unknown questions; the lists then show how things stand. */
function useGroupChange<I>(act: (input: I) => Answer, done: string | null) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onError: (error) => toast.error(messageOf(error, t)),
    onSuccess: () => done && toast.success(t(done)),
    onSettled: () => client.invalidateQueries({ queryKey: UNKNOWN_KEY }),
  });
}

export const useDismissGroup = () => useGroupChange(dismissGroupAction, says("Dismissed"));
export const useReopenGroup = () => useGroupChange(reopenGroupAction, says("Open again"));
/** Says that an article was written for a group; the article itself tells that it is saved. */
export const useLinkArticle = () => useGroupChange(linkArticleAction, null);
