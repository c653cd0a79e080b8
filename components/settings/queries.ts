import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { removeDemoDataAction } from "@/app/actions/settings";
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
