import { expect, test } from "vitest";
import { reviewLeases, secondLooks, verdicts } from "@/db/schema/resolve";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeArticle, makeAttempt, makeTicket } from "@/db/testing/make";
import { writeSetting } from "../desk";
import { newId } from "../platform/ids";
import { ReviewItem, ReviewList, ReviewMeasures, ReviewQuery } from "./model";
import { readReviewItem } from "./read-item";
import { readReviewMeasures } from "./read-measures";
import { readReviewQueue } from "./read-queue";

const HOUR = 3_600_000; // ms
const FLAGGED = { decision: "sent_flagged", reviewState: "flagged", confidence: 0.7 } as const;

async function draft(
  ctx: TestContext,
  set: Parameters<typeof makeAttempt>[1] = {},
  ticketSet: NonNullable<Parameters<typeof makeTicket>[1]> = {},
) {
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer", ...ticketSet });
  const attempt = await makeAttempt(ctx, {
    ticketId: ticket.id,
    answersMessageId: message.id,
    ...set,
  });
  return attempt.id;
}

const idOf = (ctx: TestContext) => (ctx.actor.type === "person" ? ctx.actor.personId : "");
const list = async (ctx: TestContext, query: object = {}) =>
  ReviewList.parse(await readReviewQueue(ctx, ReviewQuery.parse(query)));

test("says of each draft why it is there; puts the riskiest first", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const colleague = await as(ctx, { role: "reviewer" });
  await writeSetting(ctx.db, "review.fourEyes", ["billing"], ctx.now());
  const held = await draft(ctx, {}, { set: { waitingSince: ctx.now() } });
  const sampled = await draft(ctx, { ...FLAGGED, decision: "sent", sampleRate: 0.1 });
  const flagged = await draft(ctx, FLAGGED, { set: { priority: "urgent", sentiment: -0.8 } });
  const four = await draft(ctx, {}, { set: { category: "billing" } });
  const asked = await draft(ctx);
  await ctx.db
    .insert(secondLooks)
    .values({ id: newId(), attemptId: asked, askedBy: idOf(colleague), askedOf: idOf(ctx) });

  const { rows, counts } = await list(ctx);
  expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
    [asked, "second"],
    [flagged, "flagged"],
    [four, "four_eyes"],
    [held, "held"],
    [sampled, "sampled"],
  ]);
  expect(rows[1]?.because).toEqual(["urgent", "angry customer", "already sent"]);
  expect(counts).toEqual({ second: 1, four_eyes: 1, flagged: 1, held: 1, sampled: 1, later: 0 });
  expect((await list(colleague)).counts).toMatchObject({ second: 0, later: 1 });

  const agent = await as(ctx, { role: "agent" });
  expect((await list(agent)).rows.map(({ kind }) => kind)).toEqual(["four_eyes", "held"]);
  const system = await as(ctx, { connection: ["ingest"] });
  await expect(list(system)).rejects.toMatchObject({ code: "forbidden" });
});

test("filters, and leaves out what is put off or waits for a colleague", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const sure = await draft(ctx, { ...FLAGGED, confidence: 0.8 }, { channel: "chat" });
  const later = await draft(ctx, { laterUntil: new Date(ctx.now().getTime() + HOUR) });
  const first = await draft(ctx);
  await ctx.db.insert(verdicts).values({
    id: newId(),
    attemptId: first,
    personId: idOf(ctx),
    verdict: "approve",
    text: "x",
    settled: false,
  });
  const ids = async (query: object) => (await list(ctx, query)).rows.map(({ id }) => id).sort();

  expect(await ids({})).toEqual([sure]);
  expect(await ids({ kind: "later" })).toEqual([later, first].sort());
  expect(await ids({ from: "0.75", to: "1" })).toEqual([sure]);
  expect(await ids({ to: "0.75" })).toEqual([]);
  expect(await ids({ channel: "chat", kind: "flagged" })).toEqual([sure]);
  expect(await ids({ channel: "email" })).toEqual([]);
  expect(await ids({ whose: "mine" })).toEqual([]);
  ctx.advance(HOUR);
  expect(await ids({})).toEqual([sure, later].sort());
});

test("names a colleague who looks at one, and which drafts say the same", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const other = await as(ctx, { role: "reviewer" });
  const article = await makeArticle(ctx);
  const sentences = [{ text: article.body, sources: [1] }];
  const sources = [
    { articleId: article.id, passageId: newId(), title: article.title, quote: article.body },
  ];
  const [one, two] = [
    await draft(ctx, { sentences, sources }),
    await draft(ctx, { sentences, sources }),
  ];
  const until = new Date(ctx.now().getTime() + HOUR);
  await ctx.db.insert(reviewLeases).values({ attemptId: one, personId: idOf(other), until });

  const rows = (await list(ctx)).rows;
  expect(rows.find(({ id }) => id === one)?.with).toMatchObject({ name: "Test reviewer" });
  expect(rows.find(({ id }) => id === two)?.with).toBeNull();
  expect((await list(other)).rows.every((row) => row.with === null)).toBe(true);
  expect(new Set(rows.map(({ alike }) => alike)).size).toBe(1);
  expect(rows[0]?.alike).not.toBeNull();
});

test("an item shows the sentence inside its source, and what was there before it changed", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const article = await makeArticle(ctx, { body: "Open Reports. Choose CSV. The link works." });
  const passageId = article.passages[0]?.id ?? "";
  const id = await draft(ctx, {
    sentences: [{ text: "Choose CSV.", sources: [1] }],
    sources: [
      { articleId: article.id, passageId, title: article.title, quote: "Choose CSV." },
      { articleId: article.id, passageId: newId(), title: article.title, quote: "Gone." },
    ],
  });
  const item = ReviewItem.parse(await readReviewItem(ctx, { id }));
  expect(item.sources).toMatchObject([
    {
      changed: false,
      pieces: [
        { text: "Open Reports. ", used: false },
        { text: "Choose CSV.", used: true },
        { text: " The link works.", used: false },
      ],
    },
    { changed: true, pieces: [{ text: "Gone.", used: true }] },
  ]);
  expect(item).toMatchObject({ kind: "held", sentText: null, look: null, approved: null });

  const sent = await draft(ctx, FLAGGED);
  const agent = await as(ctx, { role: "agent" });
  await expect(readReviewItem(agent, { id: sent })).rejects.toMatchObject({ code: "forbidden" });
});

test("measures what was done today, by whom, and how far two agree", async () => {
  const ctx = await makeContext({ role: "admin" });
  const other = await as(ctx, { role: "reviewer" });
  const say = async (
    who: TestContext,
    attemptId: string,
    verdict: "approve" | "correct" | "reject",
    more: Partial<typeof verdicts.$inferInsert> = {},
  ) =>
    ctx.db.insert(verdicts).values({
      id: newId(),
      attemptId,
      personId: idOf(who),
      verdict,
      createdAt: ctx.now(),
      ...more,
    });
  const [one, two, three] = [await draft(ctx), await draft(ctx), await draft(ctx)];
  await say(ctx, one, "approve", { text: "A", seconds: 10, editShare: 0, settled: false });
  await say(other, one, "approve", { text: "A", seconds: 30, editShare: 0 });
  await say(ctx, two, "approve", { text: "A", seconds: 20, editShare: 0, settled: false });
  await say(other, two, "reject", {});
  await say(ctx, three, "correct", { text: "B", seconds: 50, editShare: 0.3 });
  await say(other, three, "approve", { undoneAt: ctx.now() });

  const measures = ReviewMeasures.parse(await readReviewMeasures(ctx));
  expect(measures.today).toMatchObject({ reviewed: 5, seconds: 25, unchanged: 0.6 });
  expect(measures.today.edited).toBeCloseTo(0.075, 9); // 0.3 of four held drafts that were sent
  expect(measures.agreement).toEqual({ pairs: 2, agreed: 1 });
  expect(measures.people?.map(({ figures }) => figures.reviewed)).toEqual([3, 2]);
  expect((await readReviewMeasures(other)).people).toBeNull();
});
