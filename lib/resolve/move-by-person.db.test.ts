import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { addMessage, addNote, participantsOf } from "../ticket";
import { mergeTickets } from "./merge-tickets";
import { moveByPerson, splitByPerson } from "./move-by-person";

test("no words of a customer come to another account; notes and the own account do", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx);
  const { ticket } = await makeTicket(ctx, { customer });
  const { ticket: own } = await makeTicket(ctx, { customer });
  const { ticket: foreign } = await makeTicket(ctx);
  const said = { ticketId: ticket.id, author: "customer", public: true, text: "And X?" } as const;
  const asked = await addMessage(ctx, { ...said, customerId: customer.id, createdAt: ctx.now() });
  const { messageId } = await addNote(ctx, { ticketId: ticket.id, text: "Look" });

  const across = { messageId: asked.id, toTicketId: foreign.id };
  await expect(moveByPerson(ctx, across)).rejects.toMatchObject({ code: "conflict" });
  const machine = await as(ctx, { connection: ["tickets.write"] });
  await expect(moveByPerson(machine, across)).rejects.toMatchObject({ code: "forbidden" });
  await moveByPerson(ctx, { messageId, toTicketId: foreign.id });
  const moved = await moveByPerson(ctx, { messageId: asked.id, toTicketId: own.id });
  expect(moved.ticketId).toBe(own.id);
});

test("a ticket split off takes along only participants of its author's account", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx);
  const { ticket, message } = await makeTicket(ctx, { customer });
  const { ticket: foreign } = await makeTicket(ctx);
  await mergeTickets(ctx, { sourceId: ticket.id, targetId: foreign.id, acrossAccounts: true });
  expect(await participantsOf(ctx.db, foreign.id)).toHaveLength(2);

  const { ticketId } = await splitByPerson(ctx, { messageId: message.id });
  expect(await participantsOf(ctx.db, ticketId)).toEqual([customer.email]);
});
