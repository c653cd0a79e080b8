import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { connections } from "@/db/schema/channel";

/** What is needed to reply through a connection; null when it is gone. */
export async function replyTarget(db: Db, connectionId: string) {
  const [row] = await db
    .select({
      replyUrl: connections.replyUrl,
      secretSealed: connections.secretSealed,
      oldSecretSealed: connections.oldSecretSealed,
      oldSecretUntil: connections.oldSecretUntil,
      disabledAt: connections.disabledAt,
    })
    .from(connections)
    .where(eq(connections.id, connectionId));
  return row ?? null;
}
