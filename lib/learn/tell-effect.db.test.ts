import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { signals, ticketPredictions } from "@/db/schema/predictor";
import { makeContext, type TestContext } from "@/db/testing/context";
import {
  answeredByHand,
  asked,
  CRASH_ANSWER,
  CRASHES,
  ledger,
  NEW_CRASH,
} from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { tellEffect } from "./tell-effect";
import { undoSignal } from "./undo-signal";

const BANANAS = "Do bananas ripen faster when I keep them beside apples in a bowl?";
const LIKE = [
  NEW_CRASH,
  "The app crashes when I open the project map on my phone.",
  "Project map: the mobile app crashes and closes at once.",
];

/** Longer than corrections are gathered, milliseconds. */
const GATHERED = 3_000;

async function told(ctx: TestContext) {
  ctx.advance(GATHERED);
  return runJobs(ctx);
}

/** Three open tickets of a kind, one of another. */
async function openDesk() {
  const ctx = await makeContext({ role: "reviewer" });
  const like: number[] = [];
  for (const [at, body] of LIKE.entries()) {
    const { ticket } = await asked(ctx, body, { account: `open ${at}` });
    if (ticket) like.push(ticket.number);
  }
  const unlike = await asked(ctx, BANANAS, { account: "open unlike", subject: "Ripe bananas" });
  return { ctx, like, unlike };
}

/** Two people answer such a question by hand, in two accounts. */
async function answeredTwice(ctx: TestContext) {
  const tickets: string[] = [];
  for (const [at, body] of CRASHES.slice(0, 2).entries()) {
    const { ticket } = await answeredByHand(ctx, body, CRASH_ANSWER, { account: `done ${at}` });
    await told(ctx);
    tickets.push(ticket.id);
  }
  return tickets;
}

/** What people taught, without the labels that were confirmed by the way. */
const taught = async (ctx: TestContext) =>
  (await ledger(ctx)).filter(({ kind }) => kind === "answered");

const linesOf = (ctx: TestContext, ticketId: string) =>
  ctx.db
    .select({ payload: events.payload, type: events.type })
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(asc(events.seq))
    .then((rows) => rows.filter(({ type }) => type === "correction.learned"));

describe("what a correction changes", { timeout: 60_000 }, () => {
  test("is counted by the open tickets that would be answered otherwise, and told once", async () => {
    const { ctx, like } = await openDesk();

    const [first, second] = await answeredTwice(ctx);

    const rows = await taught(ctx);
    expect(rows.map(({ kind, effect }) => ({ kind, effect }))).toEqual([
      { kind: "answered", effect: { changed: 0, of: 4, tickets: [] } },
      { kind: "answered", effect: { changed: 3, of: 4, tickets: expect.any(Array) } },
    ]);
    expect([...(rows[1]?.effect?.tickets ?? [])].sort()).toEqual(like);
    expect(await linesOf(ctx, first ?? "")).toMatchObject([{ payload: { changed: 0, of: 4 } }]);
    expect(await linesOf(ctx, second ?? "")).toMatchObject([
      { payload: { changed: 3, of: 4, kind: "answered", signalId: rows[1]?.id } },
    ]);
    expect(await ctx.db.select().from(ticketPredictions)).toHaveLength(4);

    const again = await tellEffect.run(ctx, { signalId: rows[1]?.id ?? "" });
    expect(again).toMatch(/^skipped/);
    expect(await linesOf(ctx, second ?? "")).toHaveLength(1);
  });

  test("is told when it is taken back, and the tickets are as before", async () => {
    const { ctx, like, unlike } = await openDesk();
    const [, second] = await answeredTwice(ctx);
    const [, signal] = await taught(ctx);

    await undoSignal(ctx, { signalId: signal?.id ?? "" });
    await told(ctx);

    const undone = (await ledger(ctx)).findLast(({ kind }) => kind === "undone");
    expect(undone).toMatchObject({ kind: "undone", effect: { changed: 3, of: 4 } });
    expect([...(undone?.effect?.tickets ?? [])].sort()).toEqual(like);
    expect(await linesOf(ctx, second ?? "")).toMatchObject([
      { payload: { kind: "answered" } },
      { payload: { kind: "undone", changed: 3 } },
    ]);
    const predictions = await ctx.db.select().from(ticketPredictions);
    expect(predictions.map(({ subject }) => subject)).toEqual([null, null, null, null]);
    expect(unlike.last?.draft).toBeNull();
  });

  test("is looked at once for a burst: the newest names it, the others point there", async () => {
    const { ctx } = await openDesk();
    for (const [at, body] of CRASHES.entries()) {
      await answeredByHand(ctx, body, CRASH_ANSWER, { account: `done ${at}` });
    }
    // As if they had come at once: nobody has told of any.
    await ctx.db.update(signals).set({ effect: null });
    await ctx.db.delete(ticketPredictions);
    const rows = await taught(ctx);

    const outcomes: string[] = [];
    for (const { id } of rows) outcomes.push(await tellEffect.run(ctx, { signalId: id }));

    expect(outcomes[0]).toMatch(/^3 of 4 open tickets changed/);
    expect(outcomes.slice(1)).toEqual(Array(2).fill("skipped: it was told with another"));
    const [one, two, three] = await taught(ctx);
    expect(one?.effect).toMatchObject({ toldWith: three?.seq });
    expect(two?.effect).toMatchObject({ toldWith: three?.seq });
    expect(three?.effect).not.toHaveProperty("toldWith");
  });
});
