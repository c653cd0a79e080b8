import { expect, test } from "vitest";
import { makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { recordEvent } from "../event";
import { type Actor, requirePerson } from "../platform/context";
import { takenBy } from "./taken-by";

const RULES: Actor = { type: "job", name: "route.ticket" };

async function assigned(by: Actor | null) {
  const ctx: TestContext = await makeContext({ role: "agent" });
  const personId = requirePerson(ctx);
  const { ticket } = await makeTicket(ctx, { set: { assigneeId: personId } });
  const event = { ticketId: ticket.id, personId, teamId: null };
  await recordEvent({ ...ctx, actor: by ?? ctx.actor }, "ticket.assigned", event);
  return { taken: await takenBy(ctx.db, ticket), personId };
}

test("a person to whom a rule gave the ticket has not taken it over", async () => {
  expect((await assigned(RULES)).taken).toBeNull();
});

test("one to whom people gave it has", async () => {
  const { taken, personId } = await assigned(null);
  expect(taken).toBe(personId);
});
