import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attempts } from "@/db/schema/resolve";

/** A draft with what became of it, as far as learning needs it. */
export type SettledDraft = typeof attempts.$inferSelect & {
  /** The question as it was read when the draft was made. */
  question: string;
  /** What the draft was made from, as the predictor names it; null when it drew on nothing. */
  subject: string | null;
};

/** Null when it was erased. */
export async function settledDraft(db: Db, attemptId: string): Promise<SettledDraft | null> {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId));
  if (!row) return null;
  const { question, subject } = row.snapshot;
  const article = row.sources[0]?.articleId;
  // Null is told where a model wrote it that rests on nothing learned; else it may be missing.
  const known = subject === null || typeof subject === "string" ? subject : undefined;
  const made = known === undefined && article ? `article:${article}` : (known ?? null);
  return {
    ...row,
    question: typeof question === "string" ? question : "",
    subject: row.draft === null ? null : made,
  };
}
