import { signIn } from "next-auth/react";
import type { T } from "@/components/i18n/catalogue";

/** Signs in. @returns null, or what to tell the person */
export async function trySignIn(email: string, password: string, t: T): Promise<string | null> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(
    () => null,
  );
  if (!answer) return t("The desk can't be reached. Check the connection.");
  if (answer.ok && !answer.error) return null;
  // next-auth's own codes are single words; sentences are ours.
  return answer.error?.includes(" ")
    ? t.stored(answer.error)
    : t("That did not work. Please try again.");
}
