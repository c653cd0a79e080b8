import { eq } from "drizzle-orm";
import { deliverReply } from "@/lib/deliver";
import type { Context } from "@/lib/platform/context";
import type { SendOptions } from "@/lib/platform/job-queue";
import { addMessage } from "@/lib/ticket";
import { connections } from "../schema/channel";
import { deliveries } from "../schema/deliver";
import { events } from "../schema/event";
import { messages, tickets } from "../schema/ticket";
import { as, makeContext, type TestContext } from "./context";
import { makeTicket } from "./make";

type Queued = { payload: object; options: SendOptions | undefined };

/** A worker's context that keeps the sending it queues instead of running it; other jobs are lost. */
export async function worker(
  env: Partial<Context["env"]> = {},
): Promise<TestContext & { queued: Queued[] }> {
  const ctx = await makeContext({ actor: { type: "job", name: "deliver.send-reply" } });
  const queued: Queued[] = [];
  const jobs = {
    send: async (_db: unknown, name: string, payload: object, options?: SendOptions) => {
      if (name === "deliver.send-reply") queued.push({ payload, options });
    },
  };
  return { ...ctx, env: { ...ctx.env, ...env }, jobs, queued };
}

type Reply = Parameters<typeof makeTicket>[1] & {
  text?: string;
  author?: "ai" | "agent";
  /** Until then it can be taken back. */
  notBefore?: string;
  /** Of the customer's message. */
  externalId?: string;
};

/** A reply in the thread of a ticket in progress, with the event's payload that sends it. */
export async function approvedReply(ctx: TestContext, input: Reply = {}) {
  const { text = "Please sign in again.", author = "ai", externalId, notBefore, ...rest } = input;
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
    ...(notBefore && { notBefore }),
  };
  return { ...asked, reply, payload, send: () => deliverReply.run(ctx, payload) };
}

/** A reply on a ticket that came in through a connection with this reply URL. */
export async function replyByCall(ctx: TestContext, replyUrl: string, more: Reply = {}) {
  const { actor } = await as(ctx, { connection: ["ingest"] });
  if (actor.type !== "connection") throw new Error("no connection");
  const { connectionId } = actor;
  await ctx.db.update(connections).set({ replyUrl }).where(eq(connections.id, connectionId));
  const conversationId = `conversation-${connectionId}`;
  return approvedReply(ctx, { channel: "webhook", connectionId, conversationId, ...more });
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
