import {
  queryOptions,
  skipToken,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  removeProviderAction,
  restoreProviderAction,
  saveProviderAction,
  setLinkHostsAction,
  testProviderAction,
} from "@/app/actions/llm";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import { LlmSettings } from "@/lib/admin/model";
import { type ProviderInput, ProviderRef, type ProviderTest } from "@/lib/llm/model";

export const llmQuery = queryOptions({
  queryKey: ["settings", "llm"],
  queryFn: ({ signal }) => getJson("/api/settings/llm", LlmSettings, signal),
});

/** Providers, what they have cost, and how often they were right. */
export const useLlmSettings = () => useQuery(llmQuery);

function useRefresh() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ["engine"] }); // what tickets offer
    return client.invalidateQueries({ queryKey: llmQuery.queryKey });
  };
}

export function useSaveProvider() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: ProviderInput) => unwrap(saveProviderAction(input)),
    onSettled: () => refresh(),
  });
}

/** Takes a provider away, with a way back. */
export function useRemoveProvider() {
  const t = useT();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ref: ProviderRef) => unwrap(removeProviderAction(ref)),
    onSuccess(_, ref) {
      const run = () => unwrap(restoreProviderAction(ref)).finally(() => void refresh());
      offerUndo({ key: "llm", text: t("Provider removed"), after: "", run });
    },
    onError: (error) => void toast.error(messageOf(error, t)),
    onSettled: () => refresh(),
  });
}

const TEST = ["llm-test"] as const;
const testKey = (providerId: string) => ["settings", "llm-test", providerId] as const;

/** What the last test of this visit found. */
export const useTested = (providerId: string) =>
  useQuery<ProviderTest>({ queryKey: testKey(providerId), queryFn: skipToken }).data;

/** It is being asked, from here or after it was saved. */
export const useTesting = (providerId: string): boolean =>
  useIsMutating({
    mutationKey: TEST,
    predicate: ({ state: { variables } }) =>
      ProviderRef.safeParse(variables).data?.providerId === providerId,
  }) > 0;

export function useTestProvider() {
  const client = useQueryClient();
  const t = useT();
  const refresh = useRefresh();
  return useMutation({
    mutationKey: TEST,
    mutationFn: (ref: ProviderRef) => unwrap(testProviderAction(ref)),
    onMutate: ({ providerId }) => client.removeQueries({ queryKey: testKey(providerId) }),
    onSuccess: (found, { providerId }) => client.setQueryData(testKey(providerId), found),
    onError: (error) => void toast.error(messageOf(error, t)),
    onSettled: () => refresh(),
  });
}

export function useSetLinkHosts() {
  const t = useT();
  return useMutation({
    mutationFn: (hosts: string[]) => unwrap(setLinkHostsAction({ hosts })),
    onSuccess: () => void toast.success(t("Saved")),
  });
}
