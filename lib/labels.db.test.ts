import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { categories, intents } from "@/db/schema/desk";
import { teams } from "@/db/schema/person";
import { signals } from "@/db/schema/predictor";
import { routings } from "@/db/schema/route";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { received } from "@/db/testing/drafting";
import { answeredByHand, asked, ledger } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { undoSignal } from "./learn";
import { newId } from "./platform/ids";
import { giveTicket, relabelTicket } from "./resolve";
import { addMessage, setPriority } from "./ticket";

/** One matter that no word list knows, and that looks like money at first sight. */
const SEATS = [
  "A new colleague joins our workspace on Monday, where is the seat for her?",
  "We hired a colleague, the workspace shows no free seat for him on Monday.",
  "Our new colleague gets no seat in the workspace.",
];
const SEATS_ANEW = "On Monday a new colleague joins, but the workspace has no seat for her.";

const routingOf = async (ctx: TestContext, ticketId: string) => {
  const [row] = await ctx.db
    .select()
    .from(routings)
    .where(eq(routings.ticketId, ticketId))
    .orderBy(desc(routings.createdAt));
  return row;
};

async function desk() {
  const ctx = await makeContext({ role: "reviewer" });
  await ctx.db.insert(categories).values({ slug: "joining", name: "Joining" });
  await ctx.db
    .insert(intents)
    .values({ slug: "new_colleague", name: "New colleague", position: 9 });
  return ctx;
}

type Labelled = { category?: string; intent?: string };

/** Tickets that a person relabels, one by one. */
async function relabelled(ctx: TestContext, to: Labelled) {
  const made: number[] = [];
  for (const [at, body] of SEATS.entries()) {
    const { id, ticket } = await asked(ctx, body, { account: `account ${at}`, subject: "Seat" });
    if (to.category) {
      await relabelTicket(ctx, { ticketId: id, label: "category", to: to.category });
    }
    if (to.intent) await relabelTicket(ctx, { ticketId: id, label: "intent", to: to.intent });
    await runJobs(ctx);
    made.push(ticket?.number ?? 0);
  }
  return made;
}

const fourth = (ctx: TestContext, account = "fourth") =>
  asked(ctx, SEATS_ANEW, { account, subject: "Seat" });

describe("what people call tickets", { timeout: 60_000 }, () => {
  test("three relabelled, a fourth is routed by them, until they are taken back", async () => {
    const ctx = await desk();
    const before = await fourth(ctx, "before");
    const numbers = await relabelled(ctx, { category: "joining", intent: "new_colleague" });

    const { id, ticket } = await fourth(ctx);

    expect(before.ticket?.category).not.toBe("joining");
    expect(ticket).toMatchObject({ category: "joining", primaryIntent: "new_colleague" });
    expect(ticket?.tags).toContain("new_colleague");
    const routing = await routingOf(ctx, id);
    const [reason] = routing?.outcome.reasons ?? [];
    expect(reason?.text).toMatch(/^people called such requests new colleague: #\d+/);
    // The third was called so by the desk itself: there was nothing left to correct.
    for (const number of numbers.slice(0, 2)) expect(reason?.text).toContain(`#${number}`);
    expect(routing?.model).toMatch(/^keywords\+learned@/);
    expect(routing?.inputs.learned?.category).toMatchObject({ label: "joining", examples: 2 });
    expect(routing?.outcome.learned?.map(({ space }) => space)).toEqual(["intent", "category"]);

    for (const { id: signalId, kind } of await ledger(ctx)) {
      if (kind === "relabelled") await undoSignal(ctx, { signalId });
    }
    const fifth = await fourth(ctx, "fifth");
    expect(fifth.ticket?.category).toBe(before.ticket?.category);
    expect(fifth.ticket?.primaryIntent).toBe(before.ticket?.primaryIntent);
  });

  test("a label that was merged counts as the other; one out of use is not given", async () => {
    const ctx = await desk();
    await ctx.db.insert(categories).values({ slug: "people", name: "People" });
    await relabelled(ctx, { category: "joining", intent: "new_colleague" });
    await ctx.db
      .update(categories)
      .set({ archivedAt: ctx.now(), mergedInto: "people" })
      .where(eq(categories.slug, "joining"));
    await ctx.db
      .update(intents)
      .set({ archivedAt: ctx.now() })
      .where(eq(intents.slug, "new_colleague"));

    const { ticket } = await fourth(ctx);
    expect(ticket?.category).toBe("people");
    expect(ticket?.primaryIntent).not.toBe("new_colleague");
  });

  test("what a person has set stays when the customer writes again", async () => {
    const ctx = await desk();
    const { id } = await asked(ctx, "How do I export time entries?", { account: "one" });
    await relabelTicket(ctx, { ticketId: id, label: "category", to: "joining" });
    await relabelTicket(ctx, { ticketId: id, label: "intent", to: "new_colleague" });

    ctx.advance(60_000);
    const again = await addMessage(ctx, {
      ticketId: id,
      author: "customer",
      public: true,
      text: "And why was I charged a fee for the invoice?",
      createdAt: ctx.now(),
    });
    await received(ctx, id, again.id);
    await runJobs(ctx);

    const routing = await routingOf(ctx, id);
    expect(routing?.outcome).toMatchObject({ category: "joining", primary: "new_colleague" });
    expect(routing?.inputs.byHand).toMatchObject({ category: true, intent: true });
    expect(routing?.outcome.reasons.map(({ text }) => text)).toContain(
      "a person has set the category",
    );
  });

  test("another team of a person's choice is learned, and used where no rule names one", async () => {
    const ctx = await desk();
    const [team] = await ctx.db.insert(teams).values({ id: newId(), name: "Welcome" }).returning();
    for (const [at, body] of SEATS.entries()) {
      const { id } = await asked(ctx, body, { account: `account ${at}`, subject: "Seat" });
      await giveTicket(ctx, { ticketId: id, teamId: team?.id ?? null });
      await runJobs(ctx);
    }
    const { id, ticket } = await fourth(ctx);

    expect(ticket?.teamId).toBe(team?.id);
    const routing = await routingOf(ctx, id);
    expect(routing?.outcome.reasons.at(-1)?.text).toMatch(/^people gave such requests to Welcome/);
    const rows = (await ledger(ctx)).filter(({ kind }) => kind === "relabelled");
    expect(rows[0]?.payload).toEqual({ label: "team", from: "Support Tier 2", to: "Welcome" });
  });
});

describe("the ledger", () => {
  const relabels = async (ctx: TestContext) =>
    (await ctx.db.select().from(signals).where(eq(signals.kind, "relabelled"))).map(
      ({ key, ...row }) => ({ ...row, key }),
    );

  test("the same change, made again after it was undone, is learned again", async () => {
    const ctx = await desk();
    const { id } = await asked(ctx, SEATS[0] ?? "");
    const set = async (to: string) => {
      await relabelTicket(ctx, { ticketId: id, label: "category", to });
      await runJobs(ctx);
    };
    await set("joining");
    const [first] = await relabels(ctx);
    await undoSignal(ctx, { signalId: first?.id ?? "" });
    await set("technical");
    await set("joining");
    expect((await relabels(ctx)).map(({ learned }) => learned)).toMatchObject([
      [{ space: "category", label: "joining" }],
      [{ space: "category", label: "technical", insteadOf: "joining" }],
      [{ space: "category", label: "joining", insteadOf: "technical", weight: 1 }],
    ]);
  });

  test("a change that was overtaken teaches nothing, and one by the desk neither", async () => {
    const ctx = await desk();
    const { id, ticket } = await asked(ctx, SEATS[0] ?? "");
    await setPriority(ctx, { ticketId: id, priority: "urgent" });
    await setPriority(ctx, { ticketId: id, priority: "high" });
    const job = await as(ctx, { actor: { type: "job", name: "test" } });
    await giveTicket(job, { ticketId: id, teamId: null });
    await runJobs(ctx);

    const rows = await relabels(ctx);
    expect(rows.map(({ payload }) => payload)).toEqual([
      { label: "priority", from: "urgent", to: "high" },
    ]);
    expect(rows[0]).toMatchObject({ ticketId: id, learned: [{ label: "high", id: ticket?.id }] });
  });

  test("an answer by hand confirms the labels that it let stand, weakly", async () => {
    const ctx = await desk();
    const { ticket } = await answeredByHand(
      ctx,
      "Since yesterday the app shows error 500 when I open a board.",
      "Please sign out and in again. Then choose Reload boards in the menu of the app.",
    );
    const [row] = (await ledger(ctx)).filter(({ kind }) => kind === "answered");
    const confirmed = row?.learned.filter(({ type }) => type === "labelled");
    expect(confirmed).toMatchObject([
      { space: "intent", label: ticket.primaryIntent, weight: 0.3, insteadOf: null },
      { space: "category", label: "technical", weight: 0.3 },
      { space: "team", label: ticket.teamId, weight: 0.3 },
    ]);
  });
});
