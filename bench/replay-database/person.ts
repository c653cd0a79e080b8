import { eq, inArray } from "drizzle-orm";
import { answers } from "@/db/schema/knowledge";
import type { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import { classOf } from "@/lib/knowledge/model";
import { approveDraft, correctDraft, replyToTicket } from "@/lib/resolve";
import type { ReplayDesk } from "./desk";

export type Attempt = typeof attempts.$inferSelect;

/** What a person answers to a category: its name stands in each sentence, so no two are alike. */
export function answerTo(category: string): string {
  const name = category.replace(/[_-]+/g, " ").trim();
  return [
    `This is how we deal with ${name} at our company.`,
    `Open the page about ${name} in the app and follow the steps that it shows for ${name}.`,
    `Whoever has done so and still asks about ${name} may write to us again at any time.`,
  ].join("\n");
}

/** The person who knows the right answer, and what they learn of how the desk did. */
export class Person {
  /** Category by answer: whoever reads a draft knows which answer it is. */
  private readonly known = new Map<string, string>();

  constructor(private readonly desk: ReplayDesk) {}

  /** The category whose answer the desk thought of first; null when of none. */
  async chosen({ snapshot }: Attempt): Promise<string | null> {
    const { subject } = snapshot;
    const of = typeof subject === "string" ? classOf(subject) : null;
    if (!of || !("answerId" in of)) return null;
    if (!this.known.has(of.answerId)) await this.read(of.answerId);
    return this.known.get(of.answerId) ?? null;
  }

  private async read(id: string): Promise<void> {
    const rows = await this.desk.tools.db
      .select({ text: answers.text })
      .from(answers)
      .where(inArray(answers.id, [id]));
    const named = /deal with (.+) at our company/.exec(rows[0]?.text ?? "")?.[1];
    if (named) this.known.set(id, named);
  }

  /** True when the draft is the answer to this category. */
  holds = ({ draft }: Attempt, category: string): boolean =>
    draft !== null &&
    answerTo(category)
      .split("\n")
      .every((sentence) => draft.includes(sentence));

  /** Reads what waits: approves what is right, and answers by hand what is not. */
  async settle(attempt: Attempt, category: string): Promise<void> {
    const ctx = this.desk.person;
    const seen = attempt.draft;
    if (this.holds(attempt, category)) {
      await approveDraft(ctx, { attemptId: attempt.id, seen });
      return;
    }
    if (attempt.reviewState === "flagged") {
      await correctDraft(ctx, { attemptId: attempt.id, seen, text: answerTo(category) });
      return;
    }
    await this.answer(attempt.ticketId, category);
  }

  /** A reply in the person's own words. */
  async answer(ticketId: string, category: string): Promise<void> {
    const ctx = this.desk.person;
    const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
    await replyToTicket(ctx, {
      ticketId,
      text: `Hello,\n\n${answerTo(category)}`,
      thenStatus: "resolved",
      expectedVersion: ticket?.version ?? 0,
    });
  }
}
