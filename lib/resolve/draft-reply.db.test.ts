import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { messages } from "@/db/schema/ticket";
import type { TestContext } from "@/db/testing/context";
import {
  type Asked,
  ask,
  desk,
  EXPORT,
  liftCaps,
  QUESTION,
  received,
  say,
  state,
} from "@/db/testing/drafting";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import { draft } from "./draft-reply";
import { priorEvidence } from "./evidence";

describe("a question that an article answers", () => {
  test("is held on a fresh desk, with its source and the reasons", async () => {
    const ctx = await desk();
    const { ticket } = await ask(ctx);

    await runJobs(ctx);

    const { ticket: stored, last, types } = await state(ctx, ticket.id);
    expect(stored).toMatchObject({ status: "pending_customer", assignedAgent: "deskhand-local" });
    expect(stored?.waitingSince).not.toBeNull();
    expect(last).toMatchObject({ decision: "held", reviewState: "held", sentMessageId: null });
    expect(last?.draft).toMatch(/^Hi Mina,\n\nOpen Reports and choose the months that you need\./);
    expect(last?.sources[0]).toMatchObject({ title: EXPORT.title });
    expect(last?.sentences[0]).toEqual({
      text: "Open Reports and choose the months that you need.",
      sources: [1],
    });
    expect(last?.confidence).toBeLessThan(0.6);
    expect(last?.parts.find(({ name }) => name === "uncapped")?.value).toBeGreaterThan(0.6);
    expect(stored?.confidenceScore).toBe(last?.confidence);
    expect(types).toContain("draft.proposed");
    expect(types).not.toContain("reply.approved");
  });

  test("is sent when the caps are lifted", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.7, flag: 0.5 }, ctx.now());
    const { ticket } = await ask(ctx);

    await runJobs(ctx);

    const { last, types } = await state(ctx, ticket.id);
    expect(last).toMatchObject({ decision: "sent", reviewState: "none" });
    const [reply] = await ctx.db
      .select()
      .from(messages)
      .where(eq(messages.id, last?.sentMessageId ?? ""));
    expect(reply).toMatchObject({ author: "ai", public: true, text: last?.draft });
    expect(types).toContain("reply.approved");
  });

  test("a middle confidence is sent and flagged", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 1, flag: 0.5 }, ctx.now());
    const { ticket } = await ask(ctx);

    await runJobs(ctx);

    const { last } = await state(ctx, ticket.id);
    expect(last).toMatchObject({ decision: "sent_flagged", reviewState: "flagged" });
    const approved = await ctx.db.select().from(events).where(eq(events.type, "reply.approved"));
    expect(approved[0]?.payload).toMatchObject({ thenStatus: "pending_customer" });
  });

  test("is drafted once, however often the jobs run", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.7, flag: 0.5 }, ctx.now());
    const { ticket, message } = await ask(ctx);
    await runJobs(ctx);
    const before = await state(ctx, ticket.id);

    await received(ctx, ticket.id, message.id);
    await runJobs(ctx);
    const routed = await ctx.db.select().from(events).where(eq(events.type, "ticket.routed"));
    await draft(ctx, routed[0]?.payload as never, priorEvidence);

    const after = await state(ctx, ticket.id);
    expect(after.attempts).toEqual(before.attempts);
    expect(after.types.filter((type) => type !== "message.received")).toEqual(
      before.types.filter((type) => type !== "message.received"),
    );
  });
});

describe("what is never sent", () => {
  async function heldWith(change: (ctx: TestContext) => Promise<Asked>): Promise<string> {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.01, flag: 0.005 }, ctx.now());
    const { ticket } = await ask(ctx, { ...QUESTION, ...(await change(ctx)) });
    await runJobs(ctx);
    const { last, types } = await state(ctx, ticket.id);
    expect(last).toMatchObject({ decision: "held", reviewState: "held" });
    expect(types).not.toContain("reply.approved");
    return last?.decisionReason ?? "";
  }

  test.each<[string, RegExp, (ctx: TestContext) => Promise<Asked>]>([
    ["a demo ticket", /demo ticket/, async () => ({ set: { demo: true } })],
    ["a historic request", /historic/, async () => ({ set: { historic: true } })],
    ["an escalated one", /escalated: legal/, async () => ({ set: { escalationReason: "legal" } })],
    [
      "a desk with the AI stopped",
      /stopped/,
      async (ctx) => {
        await writeSetting(ctx.db, "ai.stopped", true, ctx.now());
        return {};
      },
    ],
    [
      "one that a person has",
      /taken it over/,
      async (ctx) => ({
        set: { assigneeId: ctx.actor.type === "person" ? ctx.actor.personId : null },
      }),
    ],
    [
      "a request for a person",
      /asks for a person/,
      async () => ({
        body: `${QUESTION.body} I want to speak to a real person.`,
      }),
    ],
    [
      "an old request",
      /older than 24 hours/,
      async (ctx) => ({
        createdAt: new Date(ctx.now().getTime() - 25 * 3_600_000),
      }),
    ],
    ["one without a destination", /nowhere/, async () => ({ channel: "webhook" })],
    [
      "one from a machine",
      /automatic mail/,
      async (ctx) => ({
        customer: await makeCustomer(ctx, { email: "no-reply@example.org" }),
      }),
    ],
    [
      "one in another language",
      /language \(de\)/,
      async () => ({
        subject: "CSV Export der Zeiten",
        body: "Wie kann ich die Zeiten der letzten Monate als CSV exportieren? Ich finde die Reports nicht.",
      }),
    ],
    [
      "one that no article answers",
      /no article/,
      async () => ({
        subject: "Bananas",
        body: "Do bananas ripen faster beside apples?",
      }),
    ],
  ])("%s", async (_, reason, change) => {
    expect(await heldWith(change)).toMatch(reason);
  });

  test("a confidence that is no number", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    const { ticket, message } = await makeTicket(ctx, { ...QUESTION, status: "in_progress" });
    const routed = { ...ROUTED, ticketId: ticket.id, messageId: message.id };

    await draft(ctx, routed, (input) => ({ ...priorEvidence(input), confidence: Number.NaN }));

    const { last } = await state(ctx, ticket.id);
    expect(last).toMatchObject({ decision: "held", confidence: 0 });
    expect(last?.decisionReason).toMatch(/not a number/);
  });

  test("the fourth automatic reply in a thread", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.01, flag: 0.005 }, ctx.now());
    const { ticket } = await makeTicket(ctx, QUESTION);
    for (let turn = 0; turn < 3; turn++) {
      await say(ctx, ticket.id, { author: "ai", text: "Please try again." });
    }
    ctx.advance(1000);
    const { id } = await say(ctx, ticket.id, { author: "customer", text: QUESTION.body });
    await received(ctx, ticket.id, id);
    await runJobs(ctx);

    expect((await state(ctx, ticket.id)).last?.decisionReason).toMatch(/3 automatic replies/);
  });
});

const ROUTED = {
  intents: [{ intent: "usage_help", score: 0.75 }],
  category: "technical",
  aiMayAnswer: true,
  language: "en",
};
