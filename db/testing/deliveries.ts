import { eq } from "drizzle-orm";
import { deliverReply } from "@/lib/deliver";
import type { Context } from "@/lib/platform/context";
import type { SendOptions } from "@/lib/platform/job-queue";
import { addMessage } from "@/lib/ticket";
import { deliveries } from "../schema/deliver";
import { events } from "../schema/event";
import { messages, tickets } from "../schema/ticket";
import { makeContext, type TestContext } from "./context";
import { makeTicket } from "./make";

type Queued = { payload: object; options: SendOptions | undefined };

/** A worker's context that keeps what it queues instead of running it. */
export async function worker(
  env: Partial<Context["env"]> = {},
): Promise<TestContext & { queued: Queued[] }> {
  const ctx = await makeContext({ actor: { type: "job", name: "deliver.send-reply" } });
  const queued: Queued[] = [];
  const jobs = {
    send: async (_db: unknown, _name: string, payload: object, options?: SendOptions) => {
      queued.push({ payload, options });
    },
  };
  return { ...ctx, env: { ...ctx.env, ...env }, jobs, queued };
}

type Reply = Parameters<typeof makeTicket>[1] & {
  text?: string;
  author?: "ai" | "agent";
  /** Of the customer's message. */
  externalId?: string;
};

/** A reply in the thread of a ticket in progress, with the event's payload that sends it. */
export async function approvedReply(ctx: TestContext, input: Reply = {}) {
  const { text = "Please sign in again.", author = "ai", externalId, ...rest } = input;
  const asked = await makeTicket(ctx, { status: "in_progress", ...rest });
  if (externalId) {
    await ctx.db.update(messages).set({ externalId }).where(eq(messages.id, asked.message.id));
  }
  const reply = await addMessage(ctx, {
    ticketId: asked.ticket.id,
    author,
    public: true,
    text,
    createdAt: ctx.now(),
  });
  const payload = {
    ticketId: asked.ticket.id,
    messageId: reply.id,
    attemptId: null,
    thenStatus: "resolved" as const,
  };
  return { ...asked, reply, payload, send: () => deliverReply.run(ctx, payload) };
}

/** What the database says about a reply now. */
export async function stateOf(ctx: Context, reply: { id: string; ticketId: string }) {
  const [delivery] = await ctx.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.messageId, reply.id));
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, reply.ticketId));
  const [message] = await ctx.db.select().from(messages).where(eq(messages.id, reply.id));
  const told = await ctx.db
    .select({ type: events.type, payload: events.payload })
    .from(events)
    .where(eq(events.ticketId, reply.ticketId))
    .orderBy(events.seq);
  if (!delivery || !ticket || !message) throw new Error("a row is missing");
  return { delivery, ticket, message, told: told.map((event) => event.type), events: told };
}

/** Values of `Message-ID` in raw mails. */
export const messageIds = (mails: readonly string[]): (string | undefined)[] =>
  mails.map((raw) => /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim());
