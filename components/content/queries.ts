import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  archiveMacroAction,
  archiveTagAction,
  renameTagAction,
  restoreMacroAction,
  restoreTagAction,
  saveMacroAction,
  saveTagAction,
} from "@/app/actions/content";
import { runMacroAction } from "@/app/actions/ticket";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { useSettingsChange } from "@/components/settings/use-change";
import { toast } from "@/components/ui/toast";
import { ContentView } from "@/lib/admin/model";

export const contentQuery = queryOptions({
  queryKey: ["settings", "content"],
  queryFn: ({ signal }) => getJson("/api/settings/content", ContentView, signal),
});

/** Macros and tags. */
export const useContent = () => useQuery(contentQuery);

const REFRESH = [contentQuery.queryKey];

export const useSaveMacro = () => useSettingsChange(saveMacroAction, REFRESH, says("Saved"));
export const useArchiveMacro = () =>
  useSettingsChange(archiveMacroAction, REFRESH, says("Put away"));
export const useRestoreMacro = () =>
  useSettingsChange(restoreMacroAction, REFRESH, says("In use again"));
export const useSaveTag = () => useSettingsChange(saveTagAction, REFRESH, says("Saved"));
export const useRenameTag = () =>
  useSettingsChange(renameTagAction, REFRESH, says("Renamed; its tickets follow"));
export const useArchiveTag = () => useSettingsChange(archiveTagAction, REFRESH, says("Put away"));
export const useRestoreTag = () =>
  useSettingsChange(restoreTagAction, REFRESH, says("In use again"));

/** Does what a macro says to a ticket, and gives its words. */
export function useRunMacro(ticketId: string) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (macroId: string) => unwrap(runMacroAction({ ticketId, macroId })),
    onError: (error) => toast.error(messageOf(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.tickets }),
  });
}
