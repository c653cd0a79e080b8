import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { getJson, RequestError } from "@/components/desk/request";
import { useIsIdle } from "@/components/ui/later";
import type { DeskStatus } from "@/lib/platform/model";
import { noteBuild } from "./build-seen";
import type { Failure } from "./status-words";

const EVERY_MS = 30_000;
/** While something is down people look at the banner. */
const SOON_MS = 5_000;

const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: async ({ signal }) => {
    const status = await getJson(
      "/api/status",
      async () => (await import("@/lib/platform/model")).DeskStatus,
      signal,
    );
    noteBuild(status.build);
    return status;
  },
  retry: false,
  staleTime: 0,
});

function failureOf(error: unknown): Failure | null {
  const code = error instanceof RequestError ? error.code : null;
  return code === "offline" || code === "unavailable" ? code : null;
}

/** How the desk is doing. Asked at intervals, not while hidden, and when something speaks against it. */
export function useDeskStatus(): { status: DeskStatus | undefined; failure: Failure | null } {
  const client = useQueryClient();
  const idle = useIsIdle();
  const { data, error } = useQuery({
    ...statusQuery,
    enabled: idle,
    refetchInterval: (query) => (query.state.status === "error" ? SOON_MS : EVERY_MS),
  });
  useEffect(() => {
    const ask = () => void client.invalidateQueries(statusQuery, { cancelRefetch: false });
    window.addEventListener("offline", ask);
    window.addEventListener("online", ask);
    const stop = client.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "error") return;
      if (event.query.queryKey[0] !== "status" && failureOf(event.action.error)) ask();
    });
    return () => {
      window.removeEventListener("offline", ask);
      window.removeEventListener("online", ask);
      stop();
    };
  }, [client]);
  return { status: data, failure: failureOf(error) };
}
