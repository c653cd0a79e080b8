import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { peopleExist } from "@/lib/person";
import { AppError } from "@/lib/platform/errors";
import { localPath } from "@/lib/platform/local-path";
import { contextFromSession, type SessionContext } from "@/lib/platform/session";
import { desk } from "@/lib/platform/tools";

/** Who asks, once per request. @throws `unauthenticated` */
export const sessionOnce = cache(contextFromSession);

/**
 * The context of whoever looks at a page. Sends others to sign in, and back to the page after it;
 * on a desk without people, to the set-up. Every page calls it: a layout above is no lock. Asked once per request.
 */
export const signedIn = cache(async (): Promise<SessionContext> => {
  try {
    return await sessionOnce();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "unauthenticated") throw error;
  }
  if (!(await peopleExist((await desk()).tools.db))) redirect("/setup");
  const wanted = await wantedPath();
  redirect(wanted === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(wanted)}`);
});

/** The page that was asked for; the server puts its path into a header. */
export async function wantedPath(): Promise<string> {
  const path = localPath((await headers()).get("x-deskhand-path"));
  const url = new URL(path, "http://desk.invalid");
  url.searchParams.delete("_rsc"); // Next's own, when it fetches a page for a link
  return url.pathname + url.search;
}
