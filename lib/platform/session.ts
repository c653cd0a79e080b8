import { and, eq, gt, isNull } from "drizzle-orm";
import { getServerSession } from "next-auth";
import { people, sessions } from "@/db/schema/person";
import { authOptions } from "./auth";
import type { Context } from "./context";
import { AppError } from "./errors";
import { desk } from "./tools";

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
    .select({ personId: people.id, role: people.role })
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
  return { ...tools, actor: { type: "person", personId: row.personId, role: row.role, sessionId } };
}
