import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { routings } from "@/db/schema/route";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { received } from "@/db/testing/drafting";
import { type LlmStub, startLlmStub } from "@/db/testing/llm-stub";
import type { ChatRequest } from "@/db/testing/llm-stub/protocol";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { addNote, ticketById } from "../ticket";

let stub: LlmStub;
beforeAll(async () => {
  stub = await startLlmStub();
});
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const STRANGE = {
  subject: "The frobnicator",
  body: "The frobnicator is somewhere else than it was on Tuesday.",
};
const asks = ({ messages }: ChatRequest, words: string) => JSON.stringify(messages).includes(words);

/** Answers what is asked about a message; drafts are nothing. */
function opinion(intents: string[], sentiment: number, summary = "They look for the frobnicator.") {
  stub.answerWith((request) => {
    if (asks(request, "You read one message")) return { json: { intents, sentiment } };
    if (asks(request, "You sum up a conversation")) return { json: { summary } };
    return { json: { sentences: [], unknown: [], followUp: null } };
  });
}

async function routed(ctx: TestContext, input: Parameters<typeof makeTicket>[1] = STRANGE) {
  const { ticket, message } = await makeTicket(ctx, input);
  await received(ctx, ticket.id, message.id);
  await runJobs(ctx);
  const [routing] = await ctx.db
    .select()
    .from(routings)
    .where(eq(routings.ticketId, ticket.id))
    .orderBy(desc(routings.createdAt));
  return { routing, ticket: await ticketById(ctx.db, ticket.id) };
}

describe("a model's second opinion", () => {
  test("names what the words do not, and is told as its own", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    opinion(["bug_report", "nonsense"], -0.8);
    const { routing, ticket } = await routed(ctx);
    expect(routing).toMatchObject({ model: expect.stringMatching(/^keywords.*\+stub-1$/) });
    expect(routing?.outcome).toMatchObject({ primary: "bug_report", novel: false });
    expect(routing?.inputs.second).toMatchObject({ intents: ["bug_report"], sentiment: -0.8 });
    expect(ticket).toMatchObject({ primaryIntent: "bug_report", sentiment: -0.4 });
  });

  test("that fails changes nothing, and no ticket waits for it", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    stub.control.always = "unauthorised";
    const { routing } = await routed(ctx);
    expect(routing).toMatchObject({ model: expect.not.stringMatching(/stub/) });
    expect(routing?.outcome).toMatchObject({ primary: null, novel: true });
    expect(routing?.inputs.second).toMatchObject({ failed: expect.stringMatching(/key/) });
  });

  test.each(["off", "shadow"] as const)("is not asked for while the model is %s", async (mode) => {
    const ctx = await makeContext();
    await addStub(ctx, stub, { mode });
    const { routing } = await routed(ctx);
    expect(routing?.inputs.second).toBeUndefined();
    const bodies = stub.seen.map(({ body }) => body);
    expect(bodies.filter((body) => body.includes("You read one message"))).toEqual([]);
  });
});

describe("a model that does not answer", () => {
  test("holds up no message that it is not asked about, and a backlog only once", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    stub.answerWith(async () => {
      ctx.advance(25_000); // it takes its time
      return { json: { intents: [], sentiment: 0 } };
    });
    const made = [];
    for (let n = 0; n < 10; n++) {
      const { ticket, message } = await makeTicket(ctx, { ...STRANGE, subject: `Case ${n}` });
      await received(ctx, ticket.id, message.id);
      made.push(ticket.id);
    }
    await runJobs(ctx);

    const asked = stub.seen.filter(({ body }) => body.includes("You read one message"));
    expect(asked.length).toBe(1);
    const rows = await ctx.db.select().from(routings);
    expect(rows.map(({ ticketId }) => ticketId).sort()).toEqual(made.sort());
    expect(rows.filter(({ inputs }) => inputs.second)).toHaveLength(1);
  });

  test("is asked apart from the batch that routes, and not at all about a routed message", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    opinion([], 0);
    const { ticket, message } = await makeTicket(ctx, STRANGE);
    await received(ctx, ticket.id, message.id);
    const first = await runJobs(ctx);
    expect(first).toContainEqual({
      name: "route.ticket",
      outcome: "queued: a model is asked first",
    });
    const asked = stub.seen.length;
    await ctx.jobs.send(ctx.db, "route.ticket", { ticketId: ticket.id, messageId: message.id });
    const again = await runJobs(ctx);
    expect(again).toContainEqual({
      name: "route.ticket",
      outcome: "skipped: this message is routed",
    });
    expect(stub.seen).toHaveLength(asked);
  });
});

describe("the summary for whoever takes over", () => {
  const handed = { ...STRANGE, set: { escalationReason: "the bot gave up" } };

  test("begins with a model's words; quotations and counts stay", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    opinion([], 0);
    const { ticket } = await routed(ctx, handed);
    expect(ticket.aiSummary).toMatch(
      /^In short: They look for the frobnicator\.\nFirst request: "The frobnicator/,
    );
  });

  test("is the desk's own where the model fails", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    stub.control.always = "refusal";
    const { ticket } = await routed(ctx, handed);
    expect(ticket.aiSummary).toMatch(/^First request:/);
  });

  test("is made of what the customer may see", async () => {
    const ctx = await makeContext();
    await addStub(ctx, stub);
    opinion([], 0);
    const { ticket, message } = await makeTicket(ctx, handed);
    const agent = await as(ctx, { role: "agent" });
    await addNote(agent, { ticketId: ticket.id, text: "CANARY-NOTE: be careful with him." });
    await received(ctx, ticket.id, message.id);
    await runJobs(ctx);
    expect(stub.seen.some(({ body }) => body.includes("You sum up"))).toBe(true);
    for (const { body } of stub.seen) expect(body).not.toMatch(/CANARY/);
  });
});
