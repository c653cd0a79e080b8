import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { llmDrafts } from "@/db/schema/llm";
import { makeContext } from "@/db/testing/context";
import { ask, desk, liftCaps, QUESTION, state } from "@/db/testing/drafting";
import { type LlmStub, type StubFault, startLlmStub } from "@/db/testing/llm-stub";
import { useStub } from "@/db/testing/llm-stub/provider";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import {
  activeProvider,
  callsOfTicket,
  modelDraftOf,
  removeProvider,
  settleModelDraft,
  storeModelDraft,
} from "../llm";
import { addNote, ticketById } from "../ticket";
import { PROMPT_VERSION } from "./model-prompt";

let stub: LlmStub;
beforeAll(async () => {
  stub = await startLlmStub();
});
beforeEach(() => stub.reset());
afterAll(() => stub.close());

const chats = () => stub.seen.filter(({ chat }) => chat !== null);
const drafts = () => chats().filter(({ body }) => body.includes("You draft replies"));
/** An answer of the model with these sentences. */
const says = (...sentences: { text: string; citations: string[] }[]) => ({
  json: { sentences, unknown: [], followUp: null },
});

describe("a model that is switched on", () => {
  test("drafts, with its sources, in caution, and what it cost is kept", async () => {
    const ctx = await desk();
    await useStub(ctx, stub);
    const { ticket } = await ask(ctx);

    await runJobs(ctx);

    const { last, ticket: stored } = await state(ctx, ticket.id);
    expect(last).toMatchObject({ model: "stub-1", modelVersion: PROMPT_VERSION, decision: "held" });
    expect(stored?.status).toBe("pending_customer");
    expect(last?.draft).toMatch(/^Hi Mina,\n\nOpen Reports and choose the months that you need\./);
    expect(last?.sources[0]).toMatchObject({ title: "Export time entries as CSV" });
    expect(last?.judgedRow).toBeNull();
    expect(last?.snapshot.llm).toMatchObject({ provider: "Stub", model: "stub-1", followUp: null });
    const kept = await modelDraftOf(ctx.db, last?.id ?? "");
    expect(kept).toMatchObject({ used: true, fault: null, draft: last?.draft, right: null });
    expect(kept?.row?.length).toBeGreaterThan(10);
    expect(drafts()).toHaveLength(1);
  });

  test("is not asked twice for the same message, however often the jobs run", async () => {
    const ctx = await desk();
    await useStub(ctx, stub);
    const { ticket, message } = await ask(ctx);
    await runJobs(ctx);
    const routed = { ticketId: ticket.id, messageId: message.id };
    const more = { intents: [], category: "technical", aiMayAnswer: true };
    await ctx.jobs.send(ctx.db, "resolve.write-reply", { ...routed, ...more });
    await runJobs(ctx);

    expect(drafts()).toHaveLength(1);
    expect((await state(ctx, ticket.id)).attempts).toHaveLength(1);
  });

  test("sends once enough of its drafts were right, and not before", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.7, flag: 0.65 }, ctx.now());
    await useStub(ctx, stub);
    const first = await ask(ctx);
    await runJobs(ctx);
    const { last: held } = await state(ctx, first.ticket.id);
    expect(held).toMatchObject({ decision: "held" });
    expect(held?.confidence).toBeLessThan(0.6);
    expect(held?.parts.at(-1)?.words).toMatch(/^Kept under 0\.60: 0 of 20 outcomes of stub-1/);

    const provider = await activeProvider(ctx.db);
    const { row } = (await modelDraftOf(ctx.db, held?.id ?? "")) ?? {};
    for (let n = 0; n < 20; n++) {
      const attempt = await makeAttempt(ctx, { reviewState: "approved" });
      await storeModelDraft(ctx, {
        ...{ attemptId: attempt.id, ticketId: attempt.ticketId, model: provider?.identity ?? "" },
        ...{ promptVersion: PROMPT_VERSION, used: true, draft: "x", row },
      });
      await settleModelDraft(ctx, attempt.id, { right: true, weight: 1 });
    }
    const second = await ask(ctx);
    await runJobs(ctx);
    expect((await state(ctx, second.ticket.id)).last).toMatchObject({
      decision: "sent",
      model: "stub-1",
    });

    // Another server under the same name is a model that nobody knows.
    await useStub(ctx, stub, { providerId: provider?.id, baseUrl: `${stub.url}/` });
    const third = await ask(ctx);
    await runJobs(ctx);
    const { last: anew } = await state(ctx, third.ticket.id);
    expect(anew).toMatchObject({ decision: "held", model: "stub-1" });
    expect(anew?.parts.at(-1)?.words).toMatch(/: 0 of 20 outcomes/);
  });

  test("holds a sentence that nothing bears out", async () => {
    const ctx = await desk();
    await useStub(ctx, stub);
    stub.answerWith(() =>
      says(
        { text: "Open Reports and choose the months that you need.", citations: ["P1"] },
        { text: "Your account will be upgraded for free tomorrow.", citations: ["P1"] },
        { text: "We have told the moon.", citations: ["P77"] },
      ),
    );
    const { ticket } = await ask(ctx);
    await runJobs(ctx);
    const { last } = await state(ctx, ticket.id);
    expect(last?.decisionReason).toMatch(/2 sentence\(s\) rest on no source/);
    expect(last?.sentences[2]).toEqual({ text: "We have told the moon.", sources: [] });
  });

  test("leaves out what the customer has tried", async () => {
    const ctx = await desk();
    await useStub(ctx, stub);
    stub.answerWith(() =>
      says(
        { text: "Please clear the cache of your browser.", citations: ["P1"] },
        { text: "Open Reports and choose the months that you need.", citations: ["P1"] },
      ),
    );
    const body = `${QUESTION.body} I already tried clearing the cache of my browser, but it did not help.`;
    const { ticket } = await ask(ctx, { ...QUESTION, body });
    await runJobs(ctx);
    const { last } = await state(ctx, ticket.id);
    expect(last?.model).toBe("stub-1");
    expect(last?.draft).not.toMatch(/cache/);
    expect(last?.draft).toMatch(/Open Reports/);
    expect(last?.snapshot.leftOut).toMatchObject([
      { text: "Please clear the cache of your browser." },
    ]);
  });

  test("that writes in another language than the customer is not used", async () => {
    const ctx = await desk();
    await useStub(ctx, stub);
    stub.answerWith(() =>
      says({
        text: "Öffnen Sie die Reports und wählen Sie die Monate, die Sie brauchen.",
        citations: ["P1"],
      }),
    );
    const { ticket } = await ask(ctx);
    await runJobs(ctx);
    const { last } = await state(ctx, ticket.id);
    expect(last?.model).toMatch(/^deskhand-/);
    expect(last?.draft).toMatch(/^Hi Mina,\n\nOpen Reports/);
    expect(last?.snapshot.llm).toMatchObject({
      fault: "bad_output",
      words: expect.stringMatching(/language/),
    });
  });

  test("is asked again for samples where that is wanted, and all of them are paid for", async () => {
    const ctx = await desk();
    await useStub(ctx, stub, { samples: 2 });
    const { ticket } = await ask(ctx);
    await runJobs(ctx);
    const { last } = await state(ctx, ticket.id);
    expect(last?.parts.find(({ name }) => name === "samples")?.value).toBe(1);
    const calls = (await callsOfTicket(ctx.db, ticket.id)).filter(({ purpose }) =>
      ["draft", "agree"].includes(purpose),
    );
    expect(calls).toHaveLength(3);
    const costMicros = calls.reduce((sum, call) => sum + call.costMicros, 0);
    expect(last?.snapshot.llm).toMatchObject({ costMicros });
  });

  test("is not asked about old, historic and demo requests", async () => {
    const ctx = await desk();
    await useStub(ctx, stub);
    await ask(ctx, { ...QUESTION, set: { historic: true } });
    await ask(ctx, { ...QUESTION, set: { demo: true } });
    await runJobs(ctx);
    expect(drafts()).toHaveLength(0);
  });
});

describe("when it fails, the desk's own core answers in its place", () => {
  const faults: [StubFault, RegExp][] = [
    ["unavailable", /unavailable/],
    ["hang_up", /unreachable|unavailable|cut_off/],
    ["invalid_json", /bad_output/],
    ["wrong_shape", /bad_output/],
    ["refusal", /refused/],
    ["filtered", /refused/],
    ["empty", /empty/],
    ["length", /cut_off/],
    ["too_long", /too_long/],
    // Asked about the message before, the provider is left alone.
    ["unauthorised", /circuit_open/],
    ["unknown_model", /circuit_open/],
  ];
  test.each(faults)("%s", async (fault, kind) => {
    const ctx = await desk();
    await useStub(ctx, stub);
    stub.control.always = fault;
    const { ticket } = await ask(ctx);
    await runJobs(ctx);
    const { last, attempts } = await state(ctx, ticket.id);
    expect(attempts).toHaveLength(1);
    expect(last?.model).toMatch(/^deskhand-/);
    expect(last?.draft).toMatch(/^Hi Mina,\n\nOpen Reports/);
    const llm = last?.snapshot.llm as { fault: string; words: string };
    expect(llm.fault).toMatch(kind);
    expect(llm.words.length).toBeGreaterThan(5);
    expect(await modelDraftOf(ctx.db, last?.id ?? "")).toMatchObject({ used: false, draft: null });
  });

  test("turned off between routing and drafting", async () => {
    const ctx = await desk();
    const providerId = await useStub(ctx, stub);
    const { ticket } = await ask(ctx);
    stub.answerWith(async () => {
      await removeProvider(ctx, { providerId });
      return says({ text: "Open Reports and choose the months that you need.", citations: ["P1"] });
    });
    await runJobs(ctx);
    const second = await ask(ctx);
    await runJobs(ctx);
    expect((await state(ctx, ticket.id)).attempts).toHaveLength(1);
    const { last } = await state(ctx, second.ticket.id);
    expect(last?.model).toMatch(/^deskhand-/);
    expect(last?.snapshot.llm).toBeUndefined();
  });
});

describe("a model in the shadow", () => {
  test("drafts beside the desk's own draft, and nothing of it is sent", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.7, flag: 0.5 }, ctx.now());
    await useStub(ctx, stub, { mode: "shadow" });
    stub.answerWith(() =>
      says({ text: "Choose Export, then CSV, for the file.", citations: ["P1"] }),
    );
    const { ticket } = await ask(ctx);
    await runJobs(ctx);
    const { last } = await state(ctx, ticket.id);
    expect(last).toMatchObject({ decision: "sent" });
    expect(last?.model).toMatch(/^deskhand-/);
    expect(last?.sentText).not.toMatch(/for the file/);
    expect(await modelDraftOf(ctx.db, last?.id ?? "")).toMatchObject({ used: false, fault: null });
    expect((await modelDraftOf(ctx.db, last?.id ?? ""))?.draft).toMatch(/for the file/);
  });
});

test("without a provider nothing changes, and nothing is kept", async () => {
  const ctx = await desk();
  await useStub(ctx, stub, { mode: "off" });
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  expect((await state(ctx, ticket.id)).last?.snapshot.llm).toBeUndefined();
  expect(await ctx.db.select().from(llmDrafts)).toEqual([]);
  expect(stub.seen).toEqual([]);
});

test("neither notes nor another account's data leave", async () => {
  const ctx = await desk();
  await useStub(ctx, stub);
  const other = await makeCustomer(ctx, { name: "Zygmunt Quark", account: "Quarkworks" });
  await makeTicket(ctx, {
    customer: other,
    subject: "Secret plan",
    body: "Our CANARY-OTHER file.",
  });
  const { ticket } = await ask(ctx);
  const agent = await makeContext();
  await addNote(agent, { ticketId: ticket.id, text: "CANARY-NOTE: he is a difficult one." });
  await runJobs(ctx);
  expect((await ticketById(ctx.db, ticket.id)).status).toBe("pending_customer");
  const [asked] = drafts();
  expect(asked?.body).toMatch(/time entries/);
  for (const { body } of stub.seen) {
    expect(body).not.toMatch(/CANARY|Quark|difficult|Secret plan/);
  }
});
