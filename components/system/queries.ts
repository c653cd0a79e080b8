import { queryOptions, useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/desk/request";
import { SystemView } from "@/lib/admin/model";

const EVERY_MS = 10_000;

const systemQuery = queryOptions({
  queryKey: ["settings", "system"],
  queryFn: ({ signal }) => getJson("/api/settings/system", SystemView, signal),
});

/** Figures come and go without an event, so they are asked for again while somebody looks. */
export const useSystem = () => useQuery({ ...systemQuery, refetchInterval: EVERY_MS });
