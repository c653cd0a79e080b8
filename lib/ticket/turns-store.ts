import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema/ticket";

/** Newest messages that are looked at: far more than two machines are let say. */
const LOOKED_AT = 60;
/** Characters of a text that are compared. */
const COMPARED = 2000;

/** One message that the customer wrote or was sent, as far as it tells man from machine. */
export type PublicTurn = {
  author: "customer" | "agent" | "ai" | "system" | "unknown";
  /** We sent it and no person had a hand in it. */
  automatic: boolean;
  /** Cut. */
  text: string;
  metadata: Record<string, unknown>;
  createdAt: Date;
};

/** Who said what in the open, oldest first. */
export async function publicTurns(db: Db, ticketId: string): Promise<PublicTurn[]> {
  const newest = await db
    .select({
      author: messages.author,
      personId: messages.personId,
      text: sql<string>`left(${messages.text}, ${COMPARED}::int)`,
      metadata: messages.metadata,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(
      and(eq(messages.ticketId, ticketId), eq(messages.public, true), eq(messages.kind, "message")),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(LOOKED_AT);
  return newest.reverse().map(({ personId, ...turn }) => ({
    ...turn,
    automatic: personId === null && (turn.author === "ai" || turn.author === "system"),
  }));
}
