/**
 * Those who work at the desk, and their sessions. In: passwords, tokens, addresses of browsers.
 * Out: a session, a person, or a refusal that tells nothing about who is known here.
 */
export { teamAiStopped } from "./ai-store";
export { createFirstAdmin, issueSetupToken } from "./create-first-admin";
export { endSession } from "./end-session";
export { generatePassword, hashPassword } from "./password";
export { resetPassword } from "./reset-password";
export { isHere, lockRoster, rosterOf } from "./roster-store";
export { signIn } from "./sign-in";
export { peopleExist, personName } from "./store";
export { SwitchTeamAiInput, switchTeamAi } from "./switch-team-ai";
export { teamFor } from "./team-store";
