import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { messages } from "@/db/schema/ticket";
import type { TestContext } from "@/db/testing/context";
import { ask, desk, liftCaps, QUESTION, received, say, state } from "@/db/testing/drafting";
import { makeCustomer } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { setSetting } from "../desk";
import { mayAcknowledge } from "./acknowledge";
import type { GuardFacts } from "./guards";

const TEXT = "We have your message.";
const UNKNOWN = { subject: "Bananas", body: "Do bananas ripen faster beside apples?" };

async function polite(): Promise<TestContext> {
  const ctx = await desk();
  await setSetting(ctx, { name: "reply.acknowledgement", value: { on: true, text: TEXT } });
  return ctx;
}

const sentBy = (ctx: TestContext) =>
  ctx.db.select().from(messages).where(eq(messages.author, "system"));

describe("the acknowledgement of a held ticket", () => {
  test("is off by default", async () => {
    const ctx = await desk();
    await ask(ctx, UNKNOWN);
    await runJobs(ctx);
    expect(await sentBy(ctx)).toEqual([]);
  });

  test("goes out in fixed words, and the customer goes on waiting", async () => {
    const ctx = await polite();
    const { ticket, message } = await ask(ctx, UNKNOWN);

    await runJobs(ctx);

    const [sent] = await sentBy(ctx);
    expect(sent).toMatchObject({ text: TEXT, public: true, personId: null });
    expect(await ctx.db.select().from(deliveries)).toMatchObject([
      { messageId: sent?.id, state: "sent", thenStatus: null },
    ]);
    const now = await state(ctx, ticket.id);
    expect(now.ticket).toMatchObject({
      status: "pending_customer",
      waitingSince: message.createdAt,
      firstResponseAt: null,
      resolution: null,
    });
    expect(now.last).toMatchObject({ decision: "held", reviewState: "held", outcome: null });
    expect(now.types).toContain("acknowledgement.sent");
  });

  test("comes once in a ticket, also when the customer writes again", async () => {
    const ctx = await polite();
    const { ticket } = await ask(ctx, UNKNOWN);
    await runJobs(ctx);
    ctx.advance(60_000);
    const { id } = await say(ctx, ticket.id, {
      author: "customer",
      text: "And pears? Which ones?",
    });
    await received(ctx, ticket.id, id);
    await runJobs(ctx);
    expect(await sentBy(ctx)).toHaveLength(1);
  });

  test("comes three times a day to a customer", async () => {
    const ctx = await polite();
    const customer = await makeCustomer(ctx);
    for (let ticket = 0; ticket < 4; ticket++) await ask(ctx, { ...UNKNOWN, customer });
    await runJobs(ctx);
    expect(await sentBy(ctx)).toHaveLength(3);

    ctx.advance(86_400_001);
    await ask(ctx, { ...UNKNOWN, customer });
    await runJobs(ctx);
    expect(await sentBy(ctx)).toHaveLength(4);
  });

  test("never goes to a demo ticket or a machine", async () => {
    const ctx = await polite();
    await ask(ctx, { ...UNKNOWN, set: { demo: true } });
    await ask(ctx, {
      ...UNKNOWN,
      customer: await makeCustomer(ctx, { email: "mailer-daemon@example.org" }),
    });
    await runJobs(ctx);
    expect(await sentBy(ctx)).toEqual([]);
  });

  test("does not count as an automatic reply", async () => {
    const ctx = await polite();
    await liftCaps(ctx);
    const { ticket } = await ask(ctx, UNKNOWN);
    await runJobs(ctx);
    ctx.advance(60_000);
    await setSetting(ctx, { name: "ai.bands", value: { send: 0.01, flag: 0 } });
    const { id } = await say(ctx, ticket.id, { author: "customer", text: QUESTION.body });
    await received(ctx, ticket.id, id);
    await runJobs(ctx);
    const { attempts: all } = await state(ctx, ticket.id);
    // Both messages are unanswered: the acknowledgement was no answer to the first.
    expect(all.at(-1)?.snapshot.question).toContain("bananas");
    expect(all.at(-1)?.decisionReason).not.toMatch(/automatic repl/);
  });
});

const NOW = new Date("2026-01-02T12:00:00Z");
const FREE: GuardFacts = {
  now: NOW,
  stopped: { desk: false, team: false, customer: false },
  writing: false,
  forPeople: ["the customer asks for a person"],
  ticket: {
    status: "in_progress",
    assigneeId: null,
    escalationReason: "legal",
    historic: false,
    demo: false,
  },
  personReplied: false,
  askedAt: NOW,
  historic: false,
  stale: false,
  automatic: null,
  ownAddress: null,
  machineTurns: 0,
  replies: { inTicket: 3, toCustomer: 5 },
  limits: { perThread: 3, perCustomerHour: 5, maxAgeHours: 24 },
  destination: { transport: "outbox", address: "mina@example.org" },
  draft: { text: null, foreign: "de", unsupported: 0, doubts: [] },
};

test("mayAcknowledge: a request for people may be acknowledged", () => {
  expect(mayAcknowledge(FREE)).toBe(true);
});

test.each<[Partial<GuardFacts>]>([
  [{ stopped: { ...FREE.stopped, desk: true } }],
  [{ stopped: { ...FREE.stopped, team: true } }],
  [{ stopped: { ...FREE.stopped, customer: true } }],
  [{ writing: true }],
  [{ ticket: { ...FREE.ticket, assigneeId: "x" } }],
  [{ ticket: { ...FREE.ticket, historic: true } }],
  [{ ticket: { ...FREE.ticket, demo: true } }],
  [{ personReplied: true }],
  [{ askedAt: new Date(NOW.getTime() - 86_400_001) }],
  [{ historic: true }],
  [{ automatic: "Precedence: bulk" }],
  [{ ownAddress: "desk@desk.test" }],
  [{ machineTurns: 1 }],
  [{ destination: { none: "This connection has no reply URL." } }],
])("mayAcknowledge: not with %o", (change) => {
  expect(mayAcknowledge({ ...FREE, ...change })).toBe(false);
});
