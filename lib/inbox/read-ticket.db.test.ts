import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { addMessage, addNote, assignTicket } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import { TicketView } from "./model";
import { readTicket } from "./read-ticket";

const publicId = (uuid: string) => toPublicId(TICKET_PREFIX, uuid);

test("a ticket comes with its thread, timeline, draft and customer", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx, { name: "Tomás Oliveira", account: "northwind" });
  const colleague = await makeCustomer(ctx, { account: "northwind" });
  await makeTicket(ctx, { customer: colleague, subject: "SCIM sync delay", status: "closed" });
  const { ticket, message } = await makeTicket(ctx, { customer });
  await makeAttempt(ctx, {
    ticketId: ticket.id,
    answersMessageId: message.id,
    snapshot: { leftOut: [{ text: "Clear cookies.", tried: "cleared cookies" }] },
  });
  await assignTicket(ctx, { ticketId: ticket.id, personId: requirePerson(ctx) });
  await addNote(ctx, { ticketId: ticket.id, text: "Tenant-specific." });

  const view = TicketView.parse(await readTicket(ctx, { id: publicId(ticket.id) }));

  expect(view).toMatchObject({
    number: ticket.number,
    assignee: { id: requirePerson(ctx) },
    customer: {
      name: "Tomás Oliveira",
      emails: [customer.email],
      account: { name: "northwind" },
      earlier: [{ subject: "SCIM sync delay", status: "closed" }],
    },
    messages: [
      { author: "customer", name: "Tomás Oliveira", public: true },
      { kind: "note", public: false, text: "Tenant-specific." },
    ],
    attempt: { reviewState: "held", confidence: 0.42, stale: false, leftOut: ["cleared cookies"] },
  });
  expect(view.events.map((event) => event.type)).toContain("ticket.assigned");
  expect(view.events.at(0)?.text).toMatch(/^Assigned to /);
});

test("a draft is stale once the customer has written again", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx);
  await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });
  ctx.advance(1000);
  await addMessage(ctx, {
    ticketId: ticket.id,
    author: "customer",
    public: true,
    text: "Still broken.",
    createdAt: ctx.now(),
  });
  expect(await readTicket(ctx, { id: publicId(ticket.id) })).toMatchObject({
    attempt: { stale: true },
  });
});

test("unknown and malformed ids are not found; other systems are refused", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  for (const id of ["t_nonsense", ticket.id, publicId("019a0000-0000-7000-8000-000000000009")]) {
    await expect(readTicket(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  }
  const system = await as(ctx, { connection: ["tickets.read"] });
  await expect(readTicket(system, { id: publicId(ticket.id) })).rejects.toMatchObject({
    code: "forbidden",
  });
});
