import { eq } from "drizzle-orm";
import { writeSetting } from "@/lib/desk";
import { DEFAULT_CATEGORIES } from "@/lib/desk/model";
import { recordEvent } from "@/lib/event";
import { saveArticle } from "@/lib/knowledge";
import { transaction } from "@/lib/platform/context";
import { addMessage } from "@/lib/ticket";
import { events } from "../schema/event";
import { attempts } from "../schema/resolve";
import { tickets } from "../schema/ticket";
import { makeContext, type TestContext } from "./context";
import { makeTicket } from "./make";

export const EXPORT = {
  slug: "export-time-entries",
  title: "Export time entries as CSV",
  category: "technical",
  body: `Open Reports and choose the months that you need. Choose Export, then CSV, and we mail you a link to the file.

The link works for seven days. Exports over 500,000 rows are split into several files.`,
};
export const QUESTION = {
  subject: "Export of time entries",
  body: "How do I export the time entries of the last months as a CSV file? Where do I find Reports?",
};

export async function desk(): Promise<TestContext> {
  const ctx = await makeContext({ role: "admin" });
  // By chance a confident reply would be one of those that people check.
  await writeSetting(ctx.db, "review.sampling", 0, ctx.now());
  await saveArticle(ctx, EXPORT);
  await saveArticle(ctx, {
    title: "Invite your team",
    body: "Open Members and choose Invite. Each person gets an e-mail with a link.",
  });
  await saveArticle(ctx, {
    title: "Put a VAT number on invoices",
    body: "Open Billing and enter the VAT number. It stands on every later invoice.",
  });
  return ctx;
}

export type Asked = Parameters<typeof makeTicket>[1];

export async function ask(ctx: TestContext, input: Asked = QUESTION) {
  const made = await makeTicket(ctx, input);
  await received(ctx, made.ticket.id, made.message.id);
  return made;
}

export async function received(ctx: TestContext, ticketId: string, messageId: string) {
  await transaction(ctx, (tx) =>
    recordEvent(tx, "message.received", {
      ticketId,
      messageId,
      outcome: "created",
      because: "new",
    }),
  );
}

/** Of every category that a new desk has. */
export const liftCaps = (ctx: TestContext) => {
  const categories = DEFAULT_CATEGORIES.map(({ slug }) => slug);
  return writeSetting(ctx.db, "ai.uncapped", { categories, articles: [] }, ctx.now());
};

export async function state(ctx: TestContext, ticketId: string) {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const tried = await ctx.db
    .select()
    .from(attempts)
    .where(eq(attempts.ticketId, ticketId))
    .orderBy(attempts.createdAt);
  const journal = await ctx.db
    .select()
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(events.seq);
  return { ticket, attempts: tried, last: tried.at(-1), types: journal.map(({ type }) => type) };
}

export const say = (
  ctx: TestContext,
  ticketId: string,
  said: { author: "ai" | "customer"; text: string },
) =>
  transaction(ctx, (tx) =>
    addMessage(tx, { ticketId, ...said, public: true, createdAt: ctx.now() }),
  );
