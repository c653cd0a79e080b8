import { describe, expect, test } from "vitest";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { answer, eventsOf, send, threadOf, ticketOf } from "@/db/testing/ingest";
import { runJobs } from "@/db/testing/run-jobs";
import { addMessage } from "../ticket";
import { summariseTicket } from "./summarise-ticket";

const CHAT = { channel: "chat", conversation_id: "talk" };
const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 9, 0, second)).toISOString();
const HISTORY = [
  { role: "user", content: "hi", at: at(1) },
  { role: "assistant", content: "Hello! How can I help?", at: at(2) },
  {
    role: "user",
    content: "The invoice of May fails to load. I restarted the app, no luck.",
    at: at(3),
  },
  { role: "assistant", content: "Please clear the cache.", at: at(4) },
];

async function handOver(fields = {}) {
  const ctx = await makeContext({ role: "admin" });
  const sender = await as(ctx, { connection: ["ingest"] });
  const more = (again: object) => send(sender, { ...CHAT, ...again });
  const { ticketId } = await more({
    body: "I cleared the cache, it did nothing. I want a person!",
    conversation_history: HISTORY,
    tools_executed: [{ name: "lookup_invoice", result: { state: "paid" } }, "reset_session"],
    escalation_reason: "The customer asked for a person.",
    ...fields,
  });
  await runJobs(ctx);
  return { ctx, ticketId, more };
}

const summaryOf = async (ctx: TestContext, id: string) => (await ticketOf(ctx, id)).aiSummary;

test("who takes a conversation over reads what was asked, said, done and tried", async () => {
  const { ctx, ticketId } = await handOver();
  expect((await summaryOf(ctx, ticketId))?.split("\n")).toEqual([
    'First request: "The invoice of May fails to load. I restarted the app, no luck."',
    'Last AI reply: "Please clear the cache."',
    "Messages: 3 by the customer, 2 by the AI",
    'Tools used: lookup_invoice ({"state":"paid"}); reset_session',
    "Reason for the escalation: The customer asked for a person.",
    expect.stringMatching(/^Already tried: .*restarted the app \(did not help\)/),
  ]);
});

test("it goes to people at once, and the timeline says why", async () => {
  const { ctx } = await handOver();
  const [routed] = await eventsOf(ctx, "ticket.routed");
  expect(routed).toMatchObject({
    aiMayAnswer: false,
    aiMayNotBecause: [
      "it arrived escalated: The customer asked for a person.",
      expect.stringContaining("asks for a person"),
    ],
  });
});

describe("it is built again", () => {
  test("when more of the history arrives, with whatever", async () => {
    const { ctx, ticketId, more } = await handOver();
    const longer = [
      ...HISTORY,
      { role: "assistant", content: "A colleague takes over.", at: at(9) },
    ];
    await more({ kind: "tool_result", body: "invoice 17 is paid", conversation_history: longer });
    await runJobs(ctx);
    const summary = await summaryOf(ctx, ticketId);
    expect(summary).toContain('Last AI reply: "A colleague takes over."');
    expect(summary).toContain("Tool results: invoice 17 is paid");
    expect(await eventsOf(ctx, "ticket.context_added")).toMatchObject([{ turns: 1 }]);
  });

  test("when an outcome escalates what was routed before", async () => {
    const { ctx, ticketId, more } = await handOver({ escalation_reason: undefined });
    await answer(ctx, ticketId, "Please sign in again.", "resolved");
    const reason = "Asked three times.";
    const outcome = { kind: "outcome", resolution_state: "escalated", body: undefined };
    await more({ ...outcome, escalation_reason: reason });
    await runJobs(ctx);
    expect(await summaryOf(ctx, ticketId)).toContain(`Reason for the escalation: ${reason}`);
  });

  test("and not when nothing has changed", async () => {
    const { ctx, ticketId } = await handOver();
    const { version } = await ticketOf(ctx, ticketId);
    const job = await as(ctx, { actor: { type: "job", name: "route.summarise" } });
    expect(await summariseTicket.run(job, { ticketId })).toMatch(/^skipped/);
    expect((await ticketOf(ctx, ticketId)).version).toBe(version);
  });
});

test("a request that nobody has handed over has none", async () => {
  const ctx = await makeContext({ role: "admin" });
  const { ticketId } = await send(await as(ctx, { connection: ["ingest"] }));
  await runJobs(ctx);
  expect(await summaryOf(ctx, ticketId)).toBeNull();
});

test("a history that holds the message itself adds it once, and later times are no other turn", async () => {
  const { ctx, ticketId, more } = await handOver();
  const ahead = new Date(ctx.now().getTime() + 60_000).toISOString();
  const body = "Is anybody there now?";
  const history = [...HISTORY, { role: "user", content: body, at: ahead }];
  await more({ body, conversation_history: history });
  ctx.advance(120_000);
  await more({ body: "Well?", conversation_history: history });
  const said = (await threadOf(ctx, ticketId)).filter(({ text }) => text === body);
  expect(said).toHaveLength(1);
});

test("a person's reply that comes back as the assistant's is not added", async () => {
  const { ctx, ticketId, more } = await handOver();
  const person = await as(ctx, { role: "agent" });
  const text = "I have corrected it.";
  const reply = { ticketId, author: "agent", public: true, text } as const;
  await addMessage(person, { ...reply, createdAt: ctx.now() });
  await more({
    body: "Well?",
    conversation_history: [...HISTORY, { role: "assistant", content: text }],
  });
  const said = (await threadOf(ctx, ticketId)).filter((one) => one.text === text);
  expect(said).toMatchObject([{ author: "agent" }]);
});
