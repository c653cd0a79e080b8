import type { NextAuthOptions } from "next-auth";
import { type Env, env, publicUrl } from "./env";
import { log } from "./log";

declare module "next-auth" {
  /** All that the cookie tells. The database says whether the session still holds. */
  interface Session {
    sessionId?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

/** As long as the session in the database, which alone decides. */
const COOKIE_SECONDS = 14 * 86_400;

/** What the route of next-auth adds: how to sign in and out. Reading a session needs neither. */
type Doors = Pick<NextAuthOptions, "providers" | "events">;

/**
 * Options of next-auth: an encrypted cookie that holds the session's id and nothing else.
 * @see lib/platform/session.ts for the check in the database
 */
export function authOptions(
  doors: Doors = { providers: [] },
  settings: Env = env(),
): NextAuthOptions {
  return {
    ...doors,
    secret: settings.NEXTAUTH_SECRET,
    // Also where the proxy in front does not say that it speaks https; else as the request came.
    ...(publicUrl(settings).startsWith("https:") && { useSecureCookies: true }),
    // A cookie that can't be read is nobody's; anyone can send one, so it is no news.
    logger: { error: (code) => log.debug({ code }, "next-auth"), warn: () => undefined },
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
  };
}
