import { eq } from "drizzle-orm";
import type { Tier } from "@/lib/customer/model";
import type { Context } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { addMessage, createTicket } from "@/lib/ticket";
import type { Channel, TicketStatus } from "@/lib/ticket/model";
import { accounts, customerEmails, customers } from "../schema/customer";
import { articles, passages } from "../schema/knowledge";
import { attempts } from "../schema/resolve";
import { tickets } from "../schema/ticket";

type CustomerInput = {
  name?: string;
  email?: string;
  /** The account's key; customers made with the same key share it. */
  account?: string;
  tier?: Tier;
  trialUntil?: Date;
};

/** A customer with one address, in an account of their own unless one is named. */
export async function makeCustomer(ctx: Context, input: CustomerInput = {}) {
  const id = newId();
  const email = input.email ?? `customer-${id}@example.org`;
  const key = input.account ?? email;
  await ctx.db
    .insert(accounts)
    .values({
      id: newId(),
      name: key,
      key,
      tier: input.tier ?? "business",
      trialUntil: input.trialUntil,
    })
    .onConflictDoNothing();
  const account = first(await ctx.db.select().from(accounts).where(eq(accounts.key, key)));
  const customer = first(
    await ctx.db
      .insert(customers)
      .values({ id, accountId: account.id, name: input.name ?? "Mina Okafor" })
      .returning(),
  );
  await ctx.db.insert(customerEmails).values({ email, customerId: id });
  return { ...customer, email, account };
}

type TicketInput = {
  customer?: { id: string; email: string };
  channel?: Channel;
  source?: string;
  connectionId?: string;
  conversationId?: string;
  subject?: string;
  body?: string;
  status?: TicketStatus;
  createdAt?: Date;
  /** Columns that `createTicket` does not take. */
  set?: Partial<typeof tickets.$inferInsert>;
};

/** An open ticket with its first message, from a customer of its own unless one is given. */
export async function makeTicket(ctx: Context, input: TicketInput = {}) {
  const customer = input.customer ?? (await makeCustomer(ctx));
  const createdAt = input.createdAt ?? ctx.now();
  const body = input.body ?? "Since yesterday I get a 403 when I sign in.";
  const created = await createTicket(ctx, {
    customerId: customer.id,
    channel: input.channel ?? "email",
    source: input.source ?? "test",
    connectionId: input.connectionId ?? null,
    conversationId: input.conversationId ?? null,
    subject: input.subject ?? "Dashboard shows 403",
    body,
    participants: [customer.email],
    createdAt,
  });
  const message = await addMessage(ctx, {
    ticketId: created.id,
    author: "customer",
    public: true,
    text: body,
    customerId: customer.id,
    createdAt,
  });
  if (input.set || input.status) {
    await ctx.db
      .update(tickets)
      .set({
        ...input.set,
        ...(input.status && { status: input.status, movedBy: "person" as const }),
      })
      .where(eq(tickets.id, created.id));
  }
  const ticket = first(await ctx.db.select().from(tickets).where(eq(tickets.id, created.id)));
  return { ticket, message, customer };
}

type ArticleInput = {
  slug?: string;
  title?: string;
  /** Markdown. Each paragraph becomes a passage. */
  body?: string;
  category?: string;
  state?: "draft" | "published" | "retired";
};

/** A published article and its passages. */
export async function makeArticle(ctx: Context, input: ArticleInput = {}) {
  const id = newId();
  const title = input.title ?? "Reset your password";
  const body =
    input.body ?? "Open the sign-in page and choose Forgot password. We send a link by e-mail.";
  const article = first(
    await ctx.db
      .insert(articles)
      .values({
        id,
        slug: input.slug ?? `article-${id}`,
        title,
        body,
        category: input.category ?? null,
        state: input.state ?? "published",
      })
      .returning(),
  );
  const texts = body
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter(Boolean);
  const pieces =
    article.state === "published"
      ? await ctx.db
          .insert(passages)
          .values(
            texts.map((text, position) => ({ id: newId(), articleId: id, position, title, text })),
          )
          .returning({ id: passages.id, text: passages.text })
      : [];
  return { ...article, passages: pieces };
}

type AttemptInput = Partial<typeof attempts.$inferInsert> & {
  ticketId?: string;
  answersMessageId?: string;
};

/** A drafted reply, held for review unless told otherwise, on a ticket of its own unless given. */
export async function makeAttempt(ctx: Context, input: AttemptInput = {}) {
  const own = input.ticketId && input.answersMessageId ? null : await makeTicket(ctx);
  const row = {
    id: newId(),
    ticketId: own?.ticket.id,
    answersMessageId: own?.message.id,
    snapshot: {},
    draft: "Please sign out everywhere and sign in again.",
    confidence: 0.42,
    model: "test",
    modelVersion: "1",
    decision: "held",
    decisionReason: "below the band for sending",
    reviewState: "held",
    createdAt: ctx.now(),
    ...input,
  } satisfies Partial<typeof attempts.$inferInsert>;
  return first(
    await ctx.db
      .insert(attempts)
      .values(row as typeof attempts.$inferInsert) // ticket and message are filled: own or given
      .returning(),
  );
}

function first<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error("the database returned no row");
  return row;
}
