import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { disablePerson, setAway } from "../person";
import { assignTicket } from "../ticket";
import { handOver } from "./hand-over";

function idOf({ actor }: TestContext): string {
  if (actor.type !== "person") throw new Error("no person");
  return actor.personId;
}

async function inHand(ctx: TestContext, personId: string): Promise<string> {
  const { ticket } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  await assignTicket(ctx, { ticketId: ticket.id, personId });
  return ticket.id;
}

const holderOf = async (ctx: TestContext, id: string) =>
  (await ctx.db.select().from(tickets).where(eq(tickets.id, id)))[0]?.assigneeId;

test("what somebody has goes to their cover while they are away", async () => {
  const ctx = await makeContext({ role: "admin" });
  const [away, cover] = [await as(ctx, { role: "agent" }), await as(ctx, { role: "agent" })];
  const ticketId = await inHand(ctx, idOf(away));
  const until = new Date(ctx.now().getTime() + 86_400_000).toISOString();
  await setAway(away, { personId: idOf(away), until, coverId: idOf(cover) });
  const job = await as(ctx, { actor: { type: "job", name: handOver.name } });

  const change = { personId: idOf(away), change: "away" as const };
  expect(await handOver.run(job, change)).toBe("1 tickets handed over");
  expect(await handOver.run(job, change)).toBe("0 tickets handed over");
  expect(await holderOf(ctx, ticketId)).toBe(idOf(cover));
});

test("what somebody has who leaves goes back to the team; nothing moves for who is back", async () => {
  const ctx = await makeContext({ role: "admin" });
  const agent = await as(ctx, { role: "agent" });
  const ticketId = await inHand(ctx, idOf(agent));
  const job = await as(ctx, { actor: { type: "job", name: handOver.name } });
  await handOver.run(job, { personId: idOf(agent), change: "away" }); // back before it ran
  expect(await holderOf(ctx, ticketId)).toBe(idOf(agent));

  await disablePerson(ctx, { personId: idOf(agent) });
  await handOver.run(job, { personId: idOf(agent), change: "disabled" });
  expect(await holderOf(ctx, ticketId)).toBeNull();
});
