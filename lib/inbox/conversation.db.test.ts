import { expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { makeContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { conversationToken } from "../channel";
import { requireScope } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import { addMessage } from "../ticket";
import { readConversation } from "./conversation";
import { summariseRequests } from "./summarise-requests";

test("a customer reads what they wrote and what has left, with the token of this ticket", async () => {
  const ctx = await makeContext({ actor: { type: "system", name: "conversation" } });
  const { ticket } = await makeTicket(ctx, { channel: "chat", body: "hello" });
  const other = await makeTicket(ctx);
  const say = (text: string, isPublic: boolean) =>
    addMessage(ctx, {
      ticketId: ticket.id,
      author: "agent",
      public: isPublic,
      text,
      createdAt: ctx.now(),
    });
  const sent = await say("sent", true);
  const queued = await say("still queued", true);
  await say("a note", false);
  for (const [message, state] of [
    [sent, "sent"],
    [queued, "queued"],
  ] as const) {
    await ctx.db.insert(deliveries).values({
      id: newId(),
      ticketId: ticket.id,
      messageId: message.id,
      transport: "pull",
      destination: "",
      stableId: message.id,
      state,
      sentAt: state === "sent" ? ctx.now() : null,
    });
  }

  const ticketId = toPublicId("t", ticket.id);
  const token = conversationToken(ctx.env, ticket.id);
  const told = await readConversation(ctx, { ticketId, token });
  expect(told.messages.map((message) => [message.author, message.text])).toEqual([
    ["customer", "hello"],
    ["agent", "sent"],
  ]);
  expect(Object.keys(told.messages[0] ?? {}).sort()).toEqual(["author", "created_at", "text"]);

  const wrong = conversationToken(ctx.env, other.ticket.id);
  const refused = { code: "unauthenticated" };
  for (const bad of ["", wrong, `${token}x`]) {
    await expect(readConversation(ctx, { ticketId, token: bad })).rejects.toMatchObject(refused);
  }
  await expect(readConversation(ctx, { ticketId: "t_1", token })).rejects.toMatchObject(refused);
});

test("a connection is told of its own tickets only, and people are refused", async () => {
  const ctx = await makeContext({ connection: ["ingest"] });
  const other = await makeContext({ connection: ["ingest"] });
  const own = await makeTicket(ctx, { connectionId: requireScope(ctx, "ingest") });
  const theirs = await makeTicket(ctx, { connectionId: requireScope(other, "ingest") });
  await makeAttempt(ctx, {
    ticketId: own.ticket.id,
    answersMessageId: own.message.id,
    confidence: 0.4,
  });
  const ids = [own.ticket.id, theirs.ticket.id].map((id) => toPublicId("t", id));

  expect(await summariseRequests(ctx, { ticket_ids: [...ids, "t_nonsense"] })).toMatchObject([
    { ticket_id: ids[0], decision: "held", confidence: 0.4, category: "general" },
  ]);
  const person = await makeContext({ role: "admin" });
  await expect(summariseRequests(person, { ticket_ids: ids })).rejects.toMatchObject({
    code: "forbidden",
  });
});
