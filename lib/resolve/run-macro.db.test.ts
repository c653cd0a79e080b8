import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { teams } from "@/db/schema/person";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { archiveMacro, saveMacro } from "../desk";
import { MACRO_PLACEHOLDERS } from "../desk/model";
import { replyToTicket } from "./reply-by-person";
import { runMacro } from "./run-macro";

async function desk(): Promise<{ ctx: TestContext; agent: TestContext; ticketId: string }> {
  const ctx = await makeContext({ role: "admin" });
  const { ticket } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  return { ctx, agent: await as(ctx, { role: "agent" }), ticketId: ticket.id };
}

test("a macro does all that it says, and gives its words filled in", async () => {
  const { ctx, agent, ticketId } = await desk();
  const [team] = await ctx.db.select().from(teams).where(eq(teams.name, "Retention"));
  const { macroId } = await saveMacro(ctx, {
    name: "Save the customer",
    body: "Ticket {ticket.number}, {agent.name}",
    actions: {
      status: "resolved",
      priority: "urgent",
      teamId: team?.id,
      addTags: ["saved", "saved"],
      assignToMe: true,
    },
  });

  const { text } = await runMacro(agent, { ticketId, macroId });

  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  expect(text).toMatch(/^Ticket #\d+, \S/);
  expect(row).toMatchObject({ status: "resolved", priority: "urgent", teamId: team?.id });
  expect(row?.tags).toContain("saved");
  const told = await ctx.db.select().from(events).where(eq(events.ticketId, ticketId));
  expect(told.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["ticket.tagged", "ticket.assigned", "ticket.status_changed"]),
  );

  await runMacro(agent, { ticketId, macroId }); // already so: nothing more is told
  const again = await ctx.db.select().from(events).where(eq(events.ticketId, ticketId));
  expect(again).toHaveLength(told.length);
});

test("a macro that is put away does nothing, nor does one for those who may not", async () => {
  const { ctx, agent, ticketId } = await desk();
  const { macroId } = await saveMacro(ctx, { name: "Hello", body: "Hello!", actions: {} });
  const machine = await as(ctx, { connection: ["ingest"] });
  await expect(runMacro(machine, { ticketId, macroId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await archiveMacro(ctx, { macroId });
  await expect(runMacro(agent, { ticketId, macroId })).rejects.toMatchObject({ code: "not_found" });
});

test("every placeholder that a macro may name is filled in, in one pair of braces or in two", async () => {
  const { ctx, agent, ticketId } = await desk();
  await ctx.db.update(tickets).set({ subject: "The lamp" }).where(eq(tickets.id, ticketId));
  const body = MACRO_PLACEHOLDERS.map((name) => `${name}: {${name}} {{ ${name} }}`).join("\n");
  const { macroId } = await saveMacro(ctx, { name: "All", body, actions: {} });
  const { text } = await runMacro(agent, { ticketId, macroId });
  expect(text).not.toMatch(/[{}]/);
  expect(text).toContain("ticket.subject: The lamp The lamp");
  expect(text).toMatch(/customer.email: (\S+@\S+) \1/);
});

test("a macro's words with a placeholder that nobody has filled in are not sent", async () => {
  const { agent, ticketId } = await desk();
  const [ticket] = await agent.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const reply = (text: string) =>
    replyToTicket(agent, {
      ticketId,
      text,
      thenStatus: "pending_customer",
      expectedVersion: ticket?.version ?? 0,
    });
  await expect(reply("Hi {customer.first_name}, it is {amount}.")).rejects.toMatchObject({
    code: "invalid",
    message:
      "Nobody has filled in {customer.first_name}, {amount}. Write what belongs there before you send.",
  });
  expect(await agent.db.select().from(messages).where(eq(messages.author, "agent"))).toEqual([]);
  await reply("Hi Mina, write `{customer.first_name}` into the macro.");
});
