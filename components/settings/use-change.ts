import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Answer, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";

/**
 * Changes something on a page of the settings; the form says what was refused.
 *
 * @param refresh what is read anew, also after a refusal: somebody else may have been faster
 * @param done said once it is done, in English; unset where the page shows it
 */
export function useSettingsChange<I, T>(
  act: (input: I) => Promise<Answer<T>>,
  refresh: readonly QueryKey[],
  done?: string,
) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => unwrap(act(input)),
    onSuccess() {
      if (done) toast.success(t(done));
    },
    onSettled: () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
