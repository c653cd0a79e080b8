import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  removeToolAction,
  restoreToolAction,
  saveToolAction,
  setToolHostsAction,
  tryToolAction,
} from "@/app/actions/tool";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";
import { type ToolInput, type ToolRef, ToolSettings, type TryToolInput } from "@/lib/tool/model";

export const toolsQuery = queryOptions({
  queryKey: ["settings", "tools"],
  queryFn: ({ signal }) => getJson("/api/settings/tools", ToolSettings, signal),
});

export const useToolSettings = () => useQuery(toolsQuery);

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: toolsQuery.queryKey });
}

export function useSaveTool() {
  const refresh = useRefresh();
  const t = useT();
  return useMutation({
    mutationFn: (input: ToolInput) => unwrap(saveToolAction(input)),
    onSuccess: () => void toast.success(t("Saved")),
    onSettled: () => refresh(),
  });
}

/** Takes a tool away, with a way back. */
export function useRemoveTool() {
  const t = useT();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ref: ToolRef) => unwrap(removeToolAction(ref)),
    onSuccess(_, ref) {
      const run = () => unwrap(restoreToolAction(ref)).finally(() => void refresh());
      offerUndo({ key: "tool", text: t("Tool removed"), after: "", run });
    },
    onError: (error) => void toast.error(messageOf(error, t)),
    onSettled: () => refresh(),
  });
}

export function useTryTool() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (input: TryToolInput) => unwrap(tryToolAction(input)),
    onSettled: () => refresh(),
  });
}

export function useSetToolHosts() {
  const t = useT();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (hosts: string[]) => unwrap(setToolHostsAction({ hosts })),
    onSuccess: () => void toast.success(t("Saved")),
    onSettled: () => refresh(),
  });
}
