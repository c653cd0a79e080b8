import { queryOptions, useQuery } from "@tanstack/react-query";
import {
  changeConnectionAction,
  createApiKeyAction,
  createConnectionAction,
  endOldSecretAction,
  revokeApiKeyAction,
  rotateApiKeyAction,
  rotateSecretAction,
} from "@/app/actions/connections";
import { getJson } from "@/components/desk/request";
import { says } from "@/components/i18n/says";
import { useSettingsChange } from "@/components/settings/use-change";
import { ConnectionsView } from "@/lib/admin/model";

export const connectionsQuery = queryOptions({
  queryKey: ["settings", "connections"],
  queryFn: ({ signal }) => getJson("/api/settings/connections", ConnectionsView, signal),
});

export const useConnections = () => useQuery(connectionsQuery);

const REFRESH = [connectionsQuery.queryKey];

export const useCreateConnection = () => useSettingsChange(createConnectionAction, REFRESH);
export const useChangeConnection = () =>
  useSettingsChange(changeConnectionAction, REFRESH, says("Saved"));
export const useRotateSecret = () => useSettingsChange(rotateSecretAction, REFRESH);
export const useEndOldSecret = () =>
  useSettingsChange(endOldSecretAction, REFRESH, says("The old secret has ended"));
export const useCreateKey = () => useSettingsChange(createApiKeyAction, REFRESH);
export const useRotateKey = () => useSettingsChange(rotateApiKeyAction, REFRESH);
export const useRevokeKey = () =>
  useSettingsChange(revokeApiKeyAction, REFRESH, says("Key revoked"));
