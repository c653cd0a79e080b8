import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { switchTeamAiAction } from "@/app/actions/ai";
import {
  removeDemoDataAction,
  setAcknowledgementAction,
  setAiStoppedAction,
  setAutoCloseAction,
  setBandOverridesAction,
  setBandsAction,
  setFollowUpAction,
  setSilenceAction,
  setUndoAction,
} from "@/app/actions/settings";
import { keys } from "@/components/desk/queries";
import { unwrap } from "@/components/desk/request";

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
function useSave<I>(act: (input: I) => Answer, done = "Saved") {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSuccess() {
      toast.success(done);
      void client.invalidateQueries({ queryKey: keys.tickets });
      router.refresh();
    },
  });
}

export const useSetBands = () => useSave(setBandsAction);
export const useSetBandOverrides = () => useSave(setBandOverridesAction);
export const useSetSilence = () => useSave(setSilenceAction);
export const useSetFollowUp = () => useSave(setFollowUpAction);
export const useSetAutoClose = () => useSave(setAutoCloseAction);
export const useSetUndo = () => useSave(setUndoAction);
export const useSetAcknowledgement = () => useSave(setAcknowledgementAction);
export const useSetAiStopped = () => useSave(setAiStoppedAction, "AI switched");
export const useSwitchTeamAi = () => useSave(switchTeamAiAction, "AI switched");
