import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { findTicket } from "./find-ticket";

test("a ticket is found by its number and by its id", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx, { name: "Priya Raman" });
  const { ticket } = await makeTicket(ctx, { customer, subject: "403" });
  const id = toPublicId(TICKET_PREFIX, ticket.id);
  for (const ref of [String(ticket.number), `#${ticket.number}`, id]) {
    expect(await findTicket(ctx, { ref })).toEqual({
      id,
      number: ticket.number,
      subject: "403",
      status: "open",
      customer: "Priya Raman",
      was: null,
    });
  }
});

test("the number of a merged ticket leads to where its messages are", async () => {
  const ctx = await makeContext();
  const last = (await makeTicket(ctx)).ticket;
  const middle = (await makeTicket(ctx, { set: { mergedIntoId: last.id } })).ticket;
  const first = (await makeTicket(ctx, { set: { mergedIntoId: middle.id } })).ticket;

  expect(await findTicket(ctx, { ref: `#${first.number}` })).toMatchObject({
    number: last.number,
    was: first.number,
  });
});

test("what is no ticket is not found; other systems are refused", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  for (const ref of ["999999", "9999999999", "t_nonsense", "hello", ticket.id]) {
    await expect(findTicket(ctx, { ref })).rejects.toMatchObject({ code: "not_found" });
  }
  const system = await as(ctx, { connection: ["tickets.read"] });
  await expect(findTicket(system, { ref: String(ticket.number) })).rejects.toMatchObject({
    code: "forbidden",
  });
});
