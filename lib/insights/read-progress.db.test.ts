import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ratings } from "@/db/schema/csat";
import { novelQuestions, questionGroups } from "@/db/schema/knowledge";
import { signals } from "@/db/schema/predictor";
import { attempts } from "@/db/schema/resolve";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import {
  readCalibration,
  readLabels,
  readProgress,
  readRatings,
  readUnknownKind,
  readUnknownKinds,
} from "./index";

type Row = Partial<typeof attempts.$inferInsert> & { unknown?: boolean };
const DAY = 86_400_000; // ms
const APPROVED = { reviewState: "approved" } as const;
const TAKEN_OVER = { reviewState: "none", outcome: "taken over" } as const;
const SENT = { reviewState: "none", decision: "sent", confidence: 0.9 } as const;

/** Drafts with how they ended, in order. */
async function drafts(ctx: TestContext, rows: readonly Row[]) {
  const groupId = newId();
  await ctx.db.insert(questionGroups).values({ id: groupId, example: "How?", words: ["how"] });
  const made = [];
  for (const [at, { unknown = false, ...row }] of rows.entries()) {
    const { ticket, message } = await makeTicket(ctx, { subject: "Map", body: `Question ${at}` });
    const id = newId();
    const createdAt = new Date(ctx.now().getTime() + at);
    await ctx.db.insert(attempts).values({
      id,
      ticketId: ticket.id,
      answersMessageId: message.id,
      snapshot: {},
      draft: "Reload the maps.",
      confidence: 0.5,
      model: "test",
      modelVersion: "1",
      decision: "held",
      decisionReason: "",
      reviewState: "held",
      createdAt,
      ...row,
    });
    if (unknown) {
      const question = { ticketId: ticket.id, groupId, question: "How?", createdAt };
      await ctx.db.insert(novelQuestions).values(question);
    }
    made.push({ id, ticketId: ticket.id, messageId: message.id });
  }
  return { made, groupId };
}

test("the curve counts what was sent or settled, and all questions that came meanwhile", async () => {
  const ctx = await makeContext();
  const { made } = await drafts(ctx, [
    { ...TAKEN_OVER, draft: null, unknown: true },
    { unknown: true },
    { ...TAKEN_OVER },
    APPROVED,
    { reviewState: "corrected" },
    { reviewState: "corrected" },
    SENT,
    { ...APPROVED, outcome: "reopened" },
  ]);
  const nearly = made[4];
  await ctx.db.insert(signals).values({
    id: newId(),
    key: "edit",
    kind: "edited",
    ticketId: nearly?.ticketId,
    attemptId: nearly?.id,
    payload: { accepted: true },
  });

  const { curve, latest } = await readProgress(ctx);

  expect(curve).toMatchObject([
    { outcomes: 5, count: 5, accepted: 2 / 5, right: 2 / 4, questions: 6, unknown: 2 / 6 },
    { outcomes: 7, count: 2, accepted: 1 / 2, right: 0, questions: 2, unknown: 0 },
  ]);
  expect(latest).toEqual({ count: 7, accepted: 3 });
}, 60_000);

test("what the desk sent by itself is judged by what its customer did within a week", async () => {
  const ctx = await makeContext();
  await drafts(ctx, [SENT, SENT, { ...SENT, outcome: "reopened" }, { ...APPROVED, draft: null }]);
  expect(await readCalibration(ctx)).toMatchObject({ drafts: 1, sure: { count: 1, accepted: 0 } });

  ctx.advance(8 * DAY);

  const { bins, drafts: judged, error, brier, sure } = await readCalibration(ctx);
  // Two customers were silent: weak evidence that it helped. The third said that it had not.
  const right = 0.6 / 1.6;
  expect(sure).toEqual({ count: expect.closeTo(1.6), accepted: expect.closeTo(0.6) });
  expect(bins).toEqual([
    {
      ...{ from: 13 / 15, to: 14 / 15, count: 3 },
      ...{ claimed: expect.closeTo(0.9), accepted: expect.closeTo(right) },
    },
  ]);
  expect(judged).toBe(3);
  expect(error).toBeCloseTo(0.9 - right);
  expect(brier).toBeCloseTo((0.6 * 0.01 + 0.81) / 1.6);
}, 60_000);

test("an empty desk has no figures, rather than some of 0", async () => {
  const ctx = await makeContext();
  expect(await readProgress(ctx)).toEqual({
    every: 1,
    curve: [],
    latest: { count: 0, accepted: 0 },
  });
  expect(await readCalibration(ctx)).toMatchObject({ bins: [], error: null, brier: null });
  expect(await readRatings(ctx)).toEqual({ count: 0, mean: null, weeks: [] });
  expect(await readLabels(ctx)).toEqual({ weeks: [] });
  expect(await readUnknownKinds(ctx, {})).toMatchObject({ kinds: [], open: 0, questions: 0 });
}, 60_000);

test("a kind of questions is found by its id, and by a ticket that is in it", async () => {
  const ctx = await makeContext();
  const { made, groupId } = await drafts(ctx, [{ unknown: true }, { unknown: true }, {}]);

  expect(await readUnknownKinds(ctx, { state: "open" })).toMatchObject({
    kinds: [{ id: groupId, size: 2, answered: 0, example: "How?", article: null }],
    open: 1,
    questions: 2,
  });
  const one = toPublicId(TICKET_PREFIX, made[0]?.ticketId ?? "");
  const other = toPublicId(TICKET_PREFIX, made[2]?.ticketId ?? "");
  const kind = await readUnknownKind(ctx, { id: one });
  expect(kind).toEqual(await readUnknownKind(ctx, { id: groupId }));
  expect(kind.tickets.map(({ id }) => id)).toContain(one);
  for (const id of [other, newId(), "nonsense"]) {
    await expect(readUnknownKind(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  }
}, 60_000);

test("labels and ratings are counted by week; what was taken back is not", async () => {
  const ctx = await makeContext();
  const { made } = await drafts(ctx, [{}, {}]);
  const relabelled = (label: string, undone = false) => ({
    id: newId(),
    key: newId(),
    kind: "relabelled" as const,
    payload: { label, from: "low", to: "high" },
    ...(undone && { undoneAt: ctx.now() }),
  });
  await ctx.db
    .insert(signals)
    .values([relabelled("priority"), relabelled("priority", true), relabelled("category")]);
  for (const [at, { ticketId, messageId }] of made.entries()) {
    await ctx.db.insert(ratings).values({ id: newId(), ticketId, messageId, score: 4 + at });
  }

  const { weeks } = await readLabels(ctx);
  expect(weeks).toMatchObject([{ routed: 0, priority: 1, category: 1, intent: 0, team: 0 }]);
  expect(await readRatings(ctx)).toMatchObject({
    count: 2,
    mean: 4.5,
    weeks: [{ count: 2, mean: 4.5 }],
  });
  const [rated] = await ctx.db.select().from(ratings).where(eq(ratings.score, 5));
  expect(rated?.ticketId).toBe(made[1]?.ticketId);
}, 60_000);

test("keys of other systems read none of it", async () => {
  const key = await as(await makeContext(), { connection: [] });
  const refused = { code: "forbidden" };
  await expect(readProgress(key)).rejects.toMatchObject(refused);
  await expect(readCalibration(key)).rejects.toMatchObject(refused);
  await expect(readLabels(key)).rejects.toMatchObject(refused);
  await expect(readRatings(key)).rejects.toMatchObject(refused);
  await expect(readUnknownKinds(key, {})).rejects.toMatchObject(refused);
  await expect(readUnknownKind(key, { id: newId() })).rejects.toMatchObject(refused);
}, 60_000);
