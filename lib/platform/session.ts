import { and, eq, gt, isNull } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { getServerSession } from "next-auth";
import { people, sessions } from "@/db/schema/person";
import { Locale } from "../person/model";
import { authOptions } from "./auth";
import type { Context } from "./context";
import { AppError } from "./errors";
import { desk } from "./tools";

const SEEN_EVERY_MS = 60_000;
/** What next-auth calls its cookie, with other words before it where the desk is on https. */
const SESSION_COOKIE = "next-auth.session-token";
/** Only what is encrypted in a cookie: whether its session still holds is asked each time. */
const COOKIE_KEPT_MS = 60_000;
/** A stranger may send any cookie. */
const COOKIES_KEPT = 2_000;

/** A person's context, with what screens call them. */
export type SessionContext = Context & { person: { name: string; email: string } };

/**
 * The context of the person whose browser asks. The cookie only names a session; the database
 * says whether it still holds, so that sign-out and role changes act at once.
 *
 * @throws `unauthenticated` without a living session
 */
export async function contextFromSession(): Promise<SessionContext> {
  const { tools } = await desk();
  const sessionId = await sessionIdOfCookie();
  const ctx = sessionId ? await contextOfSession(tools, sessionId) : null;
  if (!ctx) throw new AppError("unauthenticated", "Please sign in.");
  return ctx;
}

const opened = new Map<string, { sessionId: string | undefined; until: number }>();

/**
 * The session that the cookie names. To open one, next-auth derives its key and seals the cookie
 * anew, which takes longer than a list's rows: the same cookie is opened once a minute.
 */
async function sessionIdOfCookie(): Promise<string | undefined> {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const key = JSON.stringify([
    asked.get("x-forwarded-proto"), // tells next-auth which of its cookies counts
    ...jar.getAll().filter(({ name }) => name.includes(SESSION_COOKIE)),
  ]);
  const found = opened.get(key);
  if (found && found.until > Date.now()) return found.sessionId;
  const sessionId = (await getServerSession(authOptions()))?.sessionId;
  if (opened.size >= COOKIES_KEPT) opened.clear();
  opened.set(key, { sessionId, until: Date.now() + COOKIE_KEPT_MS });
  return sessionId;
}

/** The same for a session id that is already known; null when it has ended. */
export async function contextOfSession(
  tools: Omit<Context, "actor">,
  sessionId: string,
): Promise<SessionContext | null> {
  const [row] = await tools.db
    .select({
      personId: people.id,
      role: people.role,
      areas: people.areas,
      locale: people.locale,
      name: people.name,
      email: people.email,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sessionId),
        gt(sessions.expiresAt, tools.now()),
        isNull(people.disabledAt),
      ),
    );
  if (!row) return null;
  const { lastSeenAt, name, email, ...actor } = {
    ...row,
    locale: Locale.nullable().catch(null).parse(row.locale),
  };
  await noteUse(tools, sessionId, lastSeenAt);
  return { ...tools, actor: { type: "person", ...actor, sessionId }, person: { name, email } };
}

/** Keeps when a session was last used, to the minute: reads stay reads. */
async function noteUse(
  { db, now }: Omit<Context, "actor">,
  id: string,
  before: Date | null,
): Promise<void> {
  const at = now();
  if (before && at.getTime() - before.getTime() < SEEN_EVERY_MS) return;
  await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, id));
}
