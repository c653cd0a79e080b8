import { expect, test } from "vitest";
import { customers } from "@/db/schema/customer";
import { merges } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { recordEvent } from "../event";
import { requirePerson } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
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

test("says what holds now: merges, tries, why the AI only drafts", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, {
    set: { nextTryAt: new Date(ctx.now().getTime() + 3_600_000) },
  });
  const source = (await makeTicket(ctx, { set: { mergedIntoId: ticket.id } })).ticket;
  await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id, round: 3 });
  const merge = { sourceId: source.id, targetId: ticket.id, personId: requirePerson(ctx) };
  // What undoing needs; readers don't look at it.
  await ctx.db.insert(merges).values({ id: newId(), ...merge, snapshot: {} as never });
  await ctx.db.update(customers).set({ aiStopped: true });

  expect(TicketView.parse(await readTicket(ctx, { id: publicId(ticket.id) }))).toMatchObject({
    merges: [{ source: { number: source.number } }],
    followUp: { tried: 2, of: 3 },
    aiStoppedBecause: ["AI is stopped for Mina Okafor"],
  });
});

test("a reply that waits says until when it can be taken back", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const notBefore = new Date(ctx.now().getTime() + 10_000).toISOString();
  const reply = await addMessage(ctx, {
    ticketId: ticket.id,
    author: "agent",
    public: true,
    text: "On it.",
    createdAt: ctx.now(),
  });
  await recordEvent(ctx, "reply.approved", {
    ticketId: ticket.id,
    messageId: reply.id,
    attemptId: null,
    thenStatus: null,
    notBefore,
  });
  const leavesAt = async () =>
    (await readTicket(ctx, { id: publicId(ticket.id) })).messages.at(-1)?.leavesAt;

  expect(await leavesAt()).toBe(notBefore);
  ctx.advance(10_000);
  expect(await leavesAt()).toBeNull();
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
