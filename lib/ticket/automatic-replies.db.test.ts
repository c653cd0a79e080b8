import { expect, test } from "vitest";
import { makeContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { addMessage } from "./add-message";
import { aiRepliesTo } from "./history-store";

const HOUR_MS = 3_600_000;

test("automatic replies are those that no person has approved, here and to the customer", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx);
  const { ticket } = await makeTicket(ctx, { customer });
  const other = (await makeTicket(ctx, { customer })).ticket;
  const say = (ticketId: string, personId?: string) =>
    addMessage(ctx, {
      ticketId,
      author: "ai",
      public: true,
      text: "Please sign in again.",
      createdAt: ctx.now(),
      ...(personId && { personId }),
    });
  const count = () => aiRepliesTo(ctx.db, ticket, new Date(ctx.now().getTime() - HOUR_MS));
  for (let turn = 0; turn < 4; turn++) await say(ticket.id, requirePerson(ctx));
  expect(await count()).toEqual({ inTicket: 0, toCustomer: 0 });

  await say(ticket.id);
  await say(other.id);
  expect(await count()).toEqual({ inTicket: 1, toCustomer: 2 });

  ctx.advance(HOUR_MS + 1000);
  expect(await count()).toEqual({ inTicket: 1, toCustomer: 0 });
});
