import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "@/db/schema/person";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { giveTicket } from ".";

test("gives a ticket to a colleague, and ends its follow-up cycle", async () => {
  const ctx = await makeContext({ role: "agent" });
  const { ticket } = await makeTicket(ctx, { set: { nextTryAt: ctx.now() } });
  const personId = requirePerson(ctx);
  expect(await giveTicket(ctx, { ticketId: ticket.id, personId })).toMatchObject({ personId });
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticket.id));
  expect(row).toMatchObject({ assigneeId: personId, nextTryAt: null });
});

test("not to one who has left, and not for other systems", async () => {
  const ctx = await makeContext({ role: "agent" });
  const { ticket } = await makeTicket(ctx);
  const gone = requirePerson(await as(ctx, { role: "agent" }));
  await ctx.db.update(people).set({ disabledAt: ctx.now() }).where(eq(people.id, gone));
  const give = { ticketId: ticket.id, personId: gone };
  await expect(giveTicket(ctx, give)).rejects.toMatchObject({ code: "invalid" });
  const machine = await as(ctx, { connection: ["ingest"] });
  await expect(giveTicket(machine, give)).rejects.toMatchObject({ code: "forbidden" });
});
