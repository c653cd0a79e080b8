import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { toast } from "@/components/ui/toast";

/** What a change says when it is refused. */
export function useTold() {
  const t = useT();
  return { onError: (error: Error) => toast.error(messageOf(error, t)) };
}
