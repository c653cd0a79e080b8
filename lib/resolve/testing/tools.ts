import { events } from "@/db/schema/event";
import { makeContext, type TestContext } from "@/db/testing/context";
import type { HookServer } from "@/db/testing/hook-server";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { writeSetting } from "@/lib/desk";
import { ticketById } from "@/lib/ticket";
import type { ToolInput } from "@/lib/tool/model";

export const SECRET = "Bearer secret-of-the-tool-1234";

/** Nobody stops it. */
export const GO = new AbortController().signal;

/** A desk that lets tools call `peer`, and a ticket of Mina's. */
export async function arrange(peer: HookServer) {
  const made = await makeContext({ role: "admin" });
  const ctx: TestContext = { ...made, env: { ...made.env, WEBHOOK_ALLOW_PRIVATE: ["127.0.0.1"] } };
  const host = new URL(peer.url).host;
  await writeSetting(ctx.db, "ai.toolHosts", [host], ctx.now());
  const customer = await makeCustomer(ctx, { email: "mina@acme.example", account: "Acme" });
  const { ticket } = await makeTicket(ctx, { customer });
  return { ctx, host, ticket: await ticketById(ctx.db, ticket.id), customer };
}

export const orders = (host: string, change: Partial<ToolInput> = {}): ToolInput => ({
  ...{ name: "order_status", description: "State of an order.", kind: "lookup", method: "GET" },
  url: `http://${host}/orders/{order_id}?email={customer.email}`,
  headers: { authorization: SECRET },
  ...{ body: "", enabled: true },
  parameters: {
    type: "object",
    properties: { order_id: { type: "string" } },
    required: ["order_id"],
  },
  ...change,
});

export const refund = (host: string, change: Partial<ToolInput> = {}): ToolInput =>
  orders(host, {
    ...{ name: "refund_order", kind: "action", method: "POST", url: `http://${host}/refunds` },
    body: '{"order":"{order_id}","account":"{account.id}"}',
    ...change,
  });

/** What a model reads of a tool's answer. */
export const dataOf = (answer: string) =>
  JSON.parse(answer.split("\n")[1] ?? "") as { outcome: string; data: string };
export const told = async (ctx: TestContext) =>
  (await ctx.db.select({ type: events.type }).from(events)).map(({ type }) => type);
