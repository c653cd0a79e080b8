import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import {
  releaseAnswerAction,
  retireAnswerAction,
  rollBackModelAction,
  undoSignalAction,
} from "@/app/actions/learning";
import { messageOf, unwrap } from "@/components/desk/request";

type Answer = Parameters<typeof unwrap>[0];

/** Changes what the desk has learned; the page then shows how things stand. */
function useChange<I>(act: (input: I) => Answer, done: string) {
  const router = useRouter();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onError: (error) => toast.error(messageOf(error)),
    onSuccess: () => toast.success(done),
    onSettled: () => router.refresh(),
  });
}

export const useUndoSignal = () => useChange(undoSignalAction, "Taken back");
export const useRollBack = () => useChange(rollBackModelAction, "Rolled back");
export const useReleaseAnswer = () => useChange(releaseAnswerAction, "Released to everyone");
export const useRetireAnswer = () => useChange(retireAnswerAction, "Retired");
