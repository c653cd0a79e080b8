import { asc, eq } from "drizzle-orm";
import { replyToTicket } from "@/lib/resolve";
import { signals } from "../schema/predictor";
import { tickets } from "../schema/ticket";
import { as, type TestContext } from "./context";
import { ask, state } from "./drafting";
import { makeCustomer } from "./make";
import { runJobs } from "./run-jobs";

/** One kind of problem in three wordings, and a fourth that nobody has answered. */
export const CRASHES = [
  "The mobile app crashes whenever I open the project map. It closes at once.",
  "Every time I tap on the project map the mobile app crashes.",
  "Opening the map of a project makes the app crash on my phone.",
] as const;
export const NEW_CRASH = "Our project map is broken: the app crashes as soon as the map opens.";
export const CRASH_ANSWER =
  "Please update the app to the newest version from the store. Then open Settings and choose Reload maps.";

/** Longer than a reply can be taken back, milliseconds. */
const UNDO_TIME = 15_000;

type From = { account?: string; name?: string; subject?: string };

/** A question from a customer of an account, worked off. */
export async function asked(ctx: TestContext, body: string, from: From = {}) {
  const customer = await makeCustomer(ctx, {
    ...(from.account && { account: from.account }),
    name: from.name ?? "Mina Okafor",
  });
  const made = await ask(ctx, { customer, subject: from.subject ?? "App and map", body });
  await runJobs(ctx);
  return { ...made, customer, ...(await state(ctx, made.ticket.id)), id: made.ticket.id };
}

/** The same, and then a person's answer by hand. */
export async function answeredByHand(
  ctx: TestContext,
  body: string,
  text: string,
  from: From = {},
) {
  const { ticket, customer, last } = await asked(ctx, body, from);
  if (!ticket) throw new Error("the ticket is gone");
  await reply(ctx, ticket.id, text);
  return { ticket, customer, attempt: last };
}

export async function reply(ctx: TestContext, ticketId: string, text: string) {
  const [now] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const agent = await as(ctx, { role: "agent" });
  const { messageId } = await replyToTicket(agent, {
    ticketId,
    text,
    thenStatus: "resolved",
    expectedVersion: now?.version ?? 0,
  });
  if (messageId === null) throw new Error("it waits for a second person");
  ctx.advance(UNDO_TIME);
  await runJobs(ctx);
  return messageId;
}

export const ledger = (ctx: TestContext) => ctx.db.select().from(signals).orderBy(asc(signals.seq));
