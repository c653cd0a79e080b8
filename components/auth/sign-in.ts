import { signIn } from "next-auth/react";

/** Signs in. @returns null, or what to tell the person */
export async function trySignIn(email: string, password: string): Promise<string | null> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(
    () => null,
  );
  if (!answer) return "The desk can't be reached. Check the connection.";
  if (answer.ok && !answer.error) return null;
  // next-auth's own codes are single words; sentences are ours.
  return answer.error?.includes(" ") ? answer.error : "That did not work. Please try again.";
}
