/**
 * Those who work at the desk, and their sessions. In: passwords, tokens, addresses of browsers.
 * Out: a session, a person, or a refusal that tells nothing about who is known here.
 */

export { acceptInvite, readInvite } from "./accept-invite";
export { teamAiStopped } from "./ai-store";
export { changePerson, disablePerson, enablePerson } from "./change-person";
export { removeTeam, saveTeam, setFallbackTeam } from "./change-team";
export { createFirstAdmin, issueSetupToken } from "./create-first-admin";
export { endSession } from "./end-session";
export { endOwnSession, endSessions, SessionRef } from "./end-sessions";
export { invitePerson, revokeInvite } from "./invite";
export { generatePassword, hashPassword } from "./password";
export { resetPassword } from "./reset-password";
export { isHere, lockRoster, rosterOf, standIn } from "./roster-store";
export { setAway } from "./set-away";
export { setLocale } from "./set-locale";
export { signIn } from "./sign-in";
export { peopleExist, personName } from "./store";
export { SwitchTeamAiInput, switchTeamAi } from "./switch-team-ai";
export { teamById } from "./team-name-store";
export { teamFor } from "./team-store";
