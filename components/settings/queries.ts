import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { switchTeamAiAction } from "@/app/actions/ai";
import {
  removeDemoDataAction,
  setAcknowledgementAction,
  setAiStoppedAction,
  setAskRatingAction,
  setAutoCloseAction,
  setBandOverridesAction,
  setBandsAction,
  setDeskNameAction,
  setFollowUpAction,
  setFourEyesAction,
  setLimitsAction,
  setSamplingAction,
  setSenderAction,
  setSendModeAction,
  setSilenceAction,
  setSourcesAction,
  setUncappedAction,
  setUndoAction,
  undoSettingAction,
} from "@/app/actions/settings";
import { keys } from "@/components/desk/queries";
import { unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";

export function useRemoveDemoData() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: () => unwrap(removeDemoDataAction({})),
    async onSettled() {
      await client.invalidateQueries(); // there is no list that it does not change
      router.refresh();
    },
  });
}

type Answer = Parameters<typeof unwrap>[0];

/** Saves one setting; the page then shows what is in force. */
function useSave<I>(act: (input: I) => Answer, done = says("Saved")) {
  const t = useT();
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSuccess() {
      toast.success(t(done));
      void client.invalidateQueries({ queryKey: keys.tickets });
      router.refresh();
    },
  });
}

export const useSetDeskName = () => useSave(setDeskNameAction);
export const useSetSender = () => useSave(setSenderAction);
export const useSetBands = () => useSave(setBandsAction);
export const useSetBandOverrides = () => useSave(setBandOverridesAction);
export const useSetSendMode = () => useSave(setSendModeAction);
export const useSetSampling = () => useSave(setSamplingAction);
export const useSetFourEyes = () => useSave(setFourEyesAction);
export const useSetSilence = () => useSave(setSilenceAction);
export const useSetFollowUp = () => useSave(setFollowUpAction);
export const useSetAutoClose = () => useSave(setAutoCloseAction);
export const useSetUndo = () => useSave(setUndoAction);
export const useSetAcknowledgement = () => useSave(setAcknowledgementAction);
export const useSetAskRating = () => useSave(setAskRatingAction);
export const useSetAiStopped = () => useSave(setAiStoppedAction, says("AI switched"));
export const useSwitchTeamAi = () => useSave(switchTeamAiAction, says("AI switched"));
export const useSetUncapped = () => useSave(setUncappedAction);
export const useSetLimits = () => useSave(setLimitsAction);
export const useSetSources = () => useSave(setSourcesAction);
/** Puts a setting back to what it was before a change. */
export const useUndoSetting = () => useSave(undoSettingAction, says("Put back"));
