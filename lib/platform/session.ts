import { and, eq, gt, isNull } from "drizzle-orm";
import { getServerSession } from "next-auth";
import { people, sessions } from "@/db/schema/person";
import { Locale } from "../person/model";
import { authOptions } from "./auth";
import type { Context } from "./context";
import { AppError } from "./errors";
import { desk } from "./tools";

const SEEN_EVERY_MS = 60_000;

/**
 * The context of the person whose browser asks. The cookie only names a session; the database
 * says whether it still holds, so that sign-out and role changes act at once.
 *
 * @throws `unauthenticated` without a living session
 */
export async function contextFromSession(): Promise<Context> {
  const { tools } = await desk();
  const token = await getServerSession(authOptions());
  const ctx = token?.sessionId ? await contextOfSession(tools, token.sessionId) : null;
  if (!ctx) throw new AppError("unauthenticated", "Please sign in.");
  return ctx;
}

/** The same for a session id that is already known; null when it has ended. */
export async function contextOfSession(
  tools: Omit<Context, "actor">,
  sessionId: string,
): Promise<Context | null> {
  const [row] = await tools.db
    .select({
      personId: people.id,
      role: people.role,
      areas: people.areas,
      locale: people.locale,
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
  const { lastSeenAt, ...person } = {
    ...row,
    locale: Locale.nullable().catch(null).parse(row.locale),
  };
  await noteUse(tools, sessionId, lastSeenAt);
  return { ...tools, actor: { type: "person", ...person, sessionId } };
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
