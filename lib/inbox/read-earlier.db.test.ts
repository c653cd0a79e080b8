import { expect, test } from "vitest";
import { messages } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId, toPublicId } from "../platform/ids";
import { visitor } from "../platform/visitor";
import { TICKET_PREFIX } from "../ticket/model";
import { readEarlier } from "./read-earlier";
import { readTicket } from "./read-ticket";
import { THREAD_LIMIT } from "./ticket-store";

const LONG = THREAD_LIMIT * 2 + 30;

/** A ticket of `LONG` messages, several of them at the same moment. */
async function longTicket() {
  const ctx = await makeContext();
  const { ticket, customer } = await makeTicket(ctx);
  const begun = ctx.now().getTime();
  await ctx.db.insert(messages).values(
    Array.from({ length: LONG - 1 }, (_, at) => ({
      id: newId(),
      ticketId: ticket.id,
      author: "customer" as const,
      customerId: customer.id,
      text: `Message ${at + 2}`,
      public: true,
      createdAt: new Date(begun + 1000 + Math.floor(at / 3) * 1000),
    })),
  );
  return { ctx, id: toPublicId(TICKET_PREFIX, ticket.id) };
}

test("all messages of a long ticket can be read, a page at a time, each once", async () => {
  const { ctx, id } = await longTicket();
  const page = await readTicket(ctx, { id });
  expect(page.messages).toHaveLength(THREAD_LIMIT);
  expect(page.moreMessages).toBe(true);

  const found = [...page.messages];
  let more = page.moreMessages;
  while (more) {
    const earlier = await readEarlier(ctx, { id, before: found[0]?.id ?? "" });
    found.unshift(...earlier.messages);
    more = earlier.more;
  }

  expect(new Set(found.map((message) => message.id)).size).toBe(LONG);
  const times = found.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted());
});

test("a message of another ticket leads nowhere, and strangers read nothing", async () => {
  const { ctx, id } = await longTicket();
  const other = await makeTicket(ctx, { subject: "Another" });
  const foreign = { id, before: other.message.id };
  await expect(readEarlier(ctx, foreign)).rejects.toMatchObject({ code: "not_found" });
  for (const who of [visitor(ctx), await as(ctx, { connection: ["ingest"] })]) {
    await expect(readEarlier(who, foreign)).rejects.toMatchObject({ code: "forbidden" });
  }
});
