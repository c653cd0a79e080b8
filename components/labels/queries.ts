import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  addLabelAction,
  archiveLabelAction,
  mergeLabelAction,
  renameLabelAction,
  restoreLabelAction,
} from "@/app/actions/content";
import { relabelTicketAction } from "@/app/actions/ticket";
import { getJson, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { useSettingsChange } from "@/components/settings/use-change";
import { toast } from "@/components/ui/toast";
import { LabelsView, LabelTickets } from "@/lib/admin/model";
import type { LabelKind } from "@/lib/desk/model";

export const labelsQuery = queryOptions({
  queryKey: ["settings", "labels"],
  queryFn: ({ signal }) => getJson("/api/settings/labels", LabelsView, signal),
});

export const useLabelsView = () => useQuery(labelsQuery);

/** The latest tickets with a label, to choose examples from. */
export function useLabelTickets(space: LabelKind, slug: string) {
  const query = new URLSearchParams({ space, slug });
  return useQuery({
    queryKey: ["settings", "labels", space, slug],
    queryFn: ({ signal }) => getJson(`/api/settings/labels/tickets?${query}`, LabelTickets, signal),
  });
}

const REFRESH = [labelsQuery.queryKey, ["labels"]];

export const useAddLabel = () => useSettingsChange(addLabelAction, REFRESH, says("Added"));
export const useRenameLabel = () => useSettingsChange(renameLabelAction, REFRESH, says("Saved"));
export const useMergeLabel = () =>
  useSettingsChange(mergeLabelAction, REFRESH, says("Merged; its tickets follow"));
export const useArchiveLabel = () =>
  useSettingsChange(archiveLabelAction, REFRESH, says("Out of use"));
export const useRestoreLabel = () =>
  useSettingsChange(restoreLabelAction, REFRESH, says("In use again"));

type Split = {
  space: LabelKind;
  name: string;
  tickets: readonly { id: string; version: number }[];
};

/**
 * Makes a new label of some tickets of another: each of them is relabelled by hand, and learned
 * from. Tells how many could not be changed, because somebody else had just changed them.
 */
export function useSplitLabel() {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ space, name, tickets }: Split) {
      const { slug } = await unwrap(addLabelAction({ space, name }));
      let left = 0;
      for (const { id: ticketId } of tickets) {
        const input = { ticketId, label: space, to: slug };
        await unwrap(relabelTicketAction(input)).catch(() => left++);
      }
      return { moved: tickets.length - left, left };
    },
    onSuccess({ moved, left }) {
      const words = { moved, left };
      toast.success(
        left > 0
          ? t(
              "New label with {{moved}} examples. {{left}} could not be moved; set them by hand.",
              words,
            )
          : t("New label with {{moved}} examples.", words),
      );
    },
    onSettled: () => Promise.all(REFRESH.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
