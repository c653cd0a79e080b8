import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { cancelDeliveryAction, retryDeliveryAction } from "@/app/actions/outbox";
import { keys } from "@/components/desk/queries";
import { getJson, messageOf, unwrap } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { toast } from "@/components/ui/toast";
import { OutboxItem, OutboxPage } from "@/lib/channel/model";

export const outboxQuery = infiniteQueryOptions({
  queryKey: [...keys.outbox, "list"],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams(pageParam ? { before: pageParam } : {});
    return getJson(`/api/outbox?${search}`, OutboxPage, signal);
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
});

export function outboxItemQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.outbox, "item", id],
    queryFn: ({ signal }) => getJson(`/api/outbox/${id}`, OutboxItem, signal),
  });
}

export function useOutbox() {
  return useInfiniteQuery(outboxQuery);
}

export function useOutboxItem(id: string) {
  return useQuery(outboxItemQuery(id));
}

function useDeliveryChange(act: typeof retryDeliveryAction, done: string) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deliveryId: string) => unwrap(act({ deliveryId })),
    onError: (error) => toast.error(messageOf(error, t)),
    onSuccess: () => toast.success(t(done)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.outbox }),
  });
}

export const useRetryDelivery = () =>
  useDeliveryChange(retryDeliveryAction, says("Queued again, with the same message id"));
export const useCancelDelivery = () => useDeliveryChange(cancelDeliveryAction, says("Cancelled"));
