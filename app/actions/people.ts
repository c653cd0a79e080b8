"use server";

import {
  changePerson,
  disablePerson,
  enablePerson,
  endOwnSession,
  endSessions,
  invitePerson,
  removeTeam,
  revokeInvite,
  SessionRef,
  saveTeam,
  setAway,
  setFallbackTeam,
  setLocale,
} from "@/lib/person";
import {
  AwayInput,
  InviteInput,
  InviteRef,
  LocaleInput,
  PersonChange,
  PersonRef,
  TeamInput,
  TeamRef,
} from "@/lib/person/model";
import { action } from "@/lib/platform/action";

export const invitePersonAction = action(InviteInput, invitePerson);
export const revokeInviteAction = action(InviteRef, revokeInvite);
export const changePersonAction = action(PersonChange, changePerson);
export const disablePersonAction = action(PersonRef, disablePerson);
export const enablePersonAction = action(PersonRef, enablePerson);
export const setAwayAction = action(AwayInput, setAway);
export const setLocaleAction = action(LocaleInput, setLocale);
export const endSessionsAction = action(PersonRef, endSessions);
export const endOwnSessionAction = action(SessionRef, endOwnSession);
export const saveTeamAction = action(TeamInput, saveTeam);
export const removeTeamAction = action(TeamRef, removeTeam);
export const setFallbackTeamAction = action(TeamRef, setFallbackTeam);
