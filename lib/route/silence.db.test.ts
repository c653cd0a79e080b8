import { expect, test } from "vitest";
import { as, type TestContext } from "@/db/testing/context";
import { desk, liftCaps, QUESTION, state } from "@/db/testing/drafting";
import { eventsOf, send, threadOf, ticketOf } from "@/db/testing/ingest";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";

const CHAT = { channel: "chat", conversation_id: "talk", subject: undefined };

/** Long, so that the seconds that a test takes itself never count. */
const SILENCE_SECONDS = 600;
const silence = SILENCE_SECONDS * 1000;

async function chat() {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.silenceSeconds", SILENCE_SECONDS, ctx.now());
  const sender = await as(ctx, { connection: ["ingest"] });
  const say = (body: string, more = {}) => send(sender, { ...CHAT, body, ...more });
  return { ctx, say };
}

const repliesIn = async (ctx: TestContext, ticketId: string) =>
  (await threadOf(ctx, ticketId)).filter(({ author }) => author === "ai");

test("what is typed in pieces is answered once, after silence", async () => {
  const { ctx, say } = await chat();
  const { ticketId } = await say("How do I export the time entries of the last months?");
  for (const piece of ["As a CSV file, I mean.", "Where do I find Reports?"]) {
    ctx.advance(silence / 2);
    await say(piece);
  }
  ctx.advance(silence / 2); // the first two are old enough by now, the last one is not
  await runJobs(ctx);
  expect((await state(ctx, ticketId)).attempts).toEqual([]);

  ctx.advance(silence / 2);
  await runJobs(ctx);
  const { attempts } = await state(ctx, ticketId);
  expect(attempts).toMatchObject([
    { snapshot: { question: expect.stringMatching(/last months.*CSV file.*find Reports/s) } },
  ]);
  expect(await repliesIn(ctx, ticketId)).toHaveLength(1);
});

test.each([
  ["email", SILENCE_SECONDS],
  ["chat", 0],
])("nothing waits on %s with %i seconds", async (channel, seconds) => {
  const { ctx, say } = await chat();
  await writeSetting(ctx.db, "ai.silenceSeconds", seconds, ctx.now());
  const { ticketId } = await say(QUESTION.body, { channel });
  await runJobs(ctx);
  expect((await state(ctx, ticketId)).attempts).toHaveLength(1);
  expect((await eventsOf(ctx, "ticket.routed"))[0]).not.toHaveProperty("notBefore");
});

test("a greeting alone gets no draft; the question after it gives the ticket its name", async () => {
  const { ctx, say } = await chat();
  const { ticketId } = await say("hi");
  ctx.advance(silence);
  await runJobs(ctx);
  expect(await state(ctx, ticketId)).toMatchObject({
    attempts: [],
    ticket: { status: "open", subject: "hi" },
  });

  await say(QUESTION.body);
  await runJobs(ctx);
  ctx.advance(silence);
  await runJobs(ctx);
  const after = await state(ctx, ticketId);
  expect(after.attempts).toHaveLength(1);
  expect(after.ticket).toMatchObject({ body: "hi" });
  expect(after.ticket?.subject).toMatch(/^How do I export the time entries/);
  expect((await eventsOf(ctx, "ticket.routed"))[1]).toMatchObject({ retitled: true });
  expect(await repliesIn(ctx, ticketId)).toHaveLength(1);
});

test("a greeting and a question in one breath get one answer", async () => {
  const { ctx, say } = await chat();
  const { ticketId } = await say("hello");
  await runJobs(ctx);
  ctx.advance(silence / 4);
  await say(QUESTION.body);
  await runJobs(ctx);
  ctx.advance(silence);
  await runJobs(ctx);
  expect((await state(ctx, ticketId)).attempts).toHaveLength(1);
});

test("a subject that the customer has written stays", async () => {
  const { ctx, say } = await chat();
  const { ticketId } = await say("hi", { subject: "Export" });
  await say(QUESTION.body);
  await runJobs(ctx);
  expect((await ticketOf(ctx, ticketId)).subject).toBe("Export");
});

test("thanks after an answer confirm it, and nothing is drafted", async () => {
  const { ctx, say } = await chat();
  const { ticketId } = await say(QUESTION.body);
  await runJobs(ctx);
  ctx.advance(silence);
  await runJobs(ctx);
  await say("Thanks, that worked!");
  ctx.advance(silence);
  await runJobs(ctx);
  expect((await state(ctx, ticketId)).attempts).toHaveLength(1);
  expect(await eventsOf(ctx, "message.confirmed")).toHaveLength(1);
});
