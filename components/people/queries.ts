import { queryOptions, useQuery } from "@tanstack/react-query";
import {
  changePersonAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  invitePersonAction,
  removeTeamAction,
  revokeInviteAction,
  saveTeamAction,
  setAwayAction,
  setFallbackTeamAction,
} from "@/app/actions/people";
import { getJson } from "@/components/desk/request";
import { says } from "@/components/i18n/says";
import { useSettingsChange } from "@/components/settings/use-change";
import { PeopleView } from "@/lib/admin/model";

export const peopleQuery = queryOptions({
  queryKey: ["settings", "people"],
  queryFn: ({ signal }) => getJson("/api/settings/people", PeopleView, signal),
});

export const usePeopleView = () => useQuery(peopleQuery);

const REFRESH = [peopleQuery.queryKey, ["people"], ["teams"]];

export const useInvite = () => useSettingsChange(invitePersonAction, REFRESH);
export const useRevokeInvite = () =>
  useSettingsChange(revokeInviteAction, REFRESH, says("Invitation withdrawn"));
export const useChangePerson = () => useSettingsChange(changePersonAction, REFRESH, says("Saved"));
export const useDisablePerson = () =>
  useSettingsChange(disablePersonAction, REFRESH, says("Signed out and shut out"));
export const useEnablePerson = () =>
  useSettingsChange(enablePersonAction, REFRESH, says("May sign in again"));
export const useSetAway = () => useSettingsChange(setAwayAction, REFRESH, says("Saved"));
export const useEndSessions = () =>
  useSettingsChange(endSessionsAction, REFRESH, says("Signed out everywhere"));
export const useSaveTeam = () => useSettingsChange(saveTeamAction, REFRESH, says("Saved"));
export const useRemoveTeam = () =>
  useSettingsChange(removeTeamAction, REFRESH, says("Team removed"));
export const useSetFallback = () =>
  useSettingsChange(setFallbackTeamAction, REFRESH, says("Saved"));
