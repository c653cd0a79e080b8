import { expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { conversationToken } from "../channel";
import { newId, toPublicId } from "../platform/ids";
import { addMessage } from "../ticket";
import { readConversation } from "./conversation";

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
