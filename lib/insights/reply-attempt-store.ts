import { desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";

/** The draft that went out with a reply; null where a person wrote it by themselves. */
export async function attemptOfReply(db: Db, messageId: string) {
  const [row] = await db
    .select({
      id: attempts.id,
      judgedRow: attempts.judgedRow,
      sampleRate: attempts.sampleRate,
      reviewState: attempts.reviewState,
      reviewedBy: attempts.reviewedBy,
    })
    .from(attempts)
    .where(eq(attempts.sentMessageId, messageId))
    .orderBy(desc(attempts.createdAt))
    .limit(1);
  return row ?? null;
}
