import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "@/db/schema/person";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { addMessage, changeTags, setPriority, setStatus, ticketById } from "../ticket";
import { sayingWhatChanged } from "./meanwhile";

test("a refused change says who has changed what, and when", async () => {
  const ctx = await makeContext();
  const lee = await as(ctx, { role: "agent" });
  await ctx.db
    .update(people)
    .set({ name: "Lee" })
    .where(eq(people.id, requirePerson(lee)));
  const { ticket } = await makeTicket(ctx);
  const seen = { ticketId: ticket.id, expectedVersion: ticket.version };
  const prioritise = sayingWhatChanged(setPriority);
  const tag = sayingWhatChanged(changeTags);
  const last = "Look at what is new, then try again.";

  await setStatus(lee, { ticketId: ticket.id, status: "resolved" });
  ctx.advance(60_000);
  const refused = { code: "conflict", message: `Lee resolved it 1 min ago. ${last}` };
  await expect(prioritise(ctx, { ...seen, priority: "high" })).rejects.toMatchObject(refused);
  await expect(tag(ctx, { ...seen, add: ["vip"], remove: [] })).rejects.toMatchObject(refused);
  expect(await ticketById(ctx.db, ticket.id)).toMatchObject({ status: "resolved", tags: [] });

  // One's own change is named only when nobody else has changed anything.
  await setPriority(ctx, { ticketId: ticket.id, priority: "low" });
  await expect(prioritise(ctx, { ...seen, priority: "high" })).rejects.toMatchObject(refused);
  await expect(prioritise(lee, { ...seen, priority: "high" })).rejects.toMatchObject({
    message: `Test agent set its priority to low just now. ${last}`,
  });
});

test("what no event explains, and other refusals, stay as they are", async () => {
  const ctx = await makeContext();
  const { ticket, customer } = await makeTicket(ctx);
  const change = sayingWhatChanged(setStatus);
  await addMessage(ctx, {
    ticketId: ticket.id,
    author: "customer",
    public: true,
    text: "Hello?",
    customerId: customer.id,
    createdAt: ctx.now(),
  });
  const seen = { ticketId: ticket.id, expectedVersion: ticket.version };
  await expect(change(ctx, { ...seen, status: "resolved" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("it is open now"),
  });
  const system = await as(ctx, { connection: ["ingest"] });
  await expect(change(system, { ...seen, status: "resolved" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
