import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { as, type TestContext } from "@/db/testing/context";
import { ask, desk, say, state } from "@/db/testing/drafting";
import { type LlmStub, startLlmStub } from "@/db/testing/llm-stub";
import { useStub as addStub } from "@/db/testing/llm-stub/provider";
import { runJobs } from "@/db/testing/run-jobs";
import type { DraftPart } from "../assist/model";
import { callsOfTicket } from "../llm";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { streamDraft } from "./stream-draft";

let stub: LlmStub;
beforeAll(async () => {
  stub = await startLlmStub();
});
beforeEach(() => {
  stub.reset();
  stub.control.pieceMs = 3;
});
afterAll(() => stub.close());

async function waiting(mode: "on" | "shadow" | "off" = "on") {
  const ctx = await desk();
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  await addStub(ctx, stub, { mode });
  return { ctx, agent: await as(ctx, { role: "agent" }), ticketId: ticket.id };
}

async function all(
  ctx: TestContext,
  ticketId: string,
  { keep = false, signal = new AbortController().signal } = {},
): Promise<DraftPart[]> {
  const parts: DraftPart[] = [];
  const id = toPublicId(TICKET_PREFIX, ticketId);
  for await (const part of await streamDraft(ctx, { id, keep }, signal)) parts.push(part);
  return parts;
}

describe("a draft for a person who waits", () => {
  test("grows, ends with its sources, and changes nothing", async () => {
    const { ctx, agent, ticketId } = await waiting();
    const before = await state(ctx, ticketId);
    const parts = await all(agent, ticketId);

    const grown = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
    expect(grown.length).toBeGreaterThan(2);
    for (const [at, text] of grown.entries())
      expect(text.startsWith(grown[at - 1] ?? "")).toBe(true);
    expect(grown[0]).toMatch(/^Hi Mina,\n\n/);
    const done = parts.at(-1);
    expect(done).toMatchObject({ kind: "done", removed: [], blocks: [] });
    expect(done?.kind === "done" && done.text.startsWith(grown.at(-1) ?? "?")).toBe(true);
    expect(done?.kind === "done" && done.sources[0]?.title).toBe("Export time entries as CSV");
    expect(await state(ctx, ticketId)).toEqual(before);
    const [call] = await callsOfTicket(ctx.db, ticketId);
    expect(call).toMatchObject({ purpose: "draft", fault: null });
  });

  test("is kept as the next draft where that is wanted, and waits for people", async () => {
    const { ctx, agent, ticketId } = await waiting();
    stub.answerWith(() => ({
      json: {
        sentences: [{ text: "Choose Export, then CSV.", citations: ["P1"] }],
        ...{ unknown: ["which months"], followUp: "Which months do you need?" },
      },
    }));
    await all(agent, ticketId, { keep: true });
    const { attempts, last, ticket, types } = await state(ctx, ticketId);
    expect(attempts).toHaveLength(2);
    expect(attempts[0]).toMatchObject({ reviewState: "none", outcome: "taken up again" });
    expect(last).toMatchObject({
      round: 2,
      reviewState: "held",
      decision: "held",
      model: "stub-1",
    });
    expect(last?.draft).toMatch(/Choose Export, then CSV\./);
    expect(last?.snapshot.llm).toMatchObject({
      unknown: ["which months"],
      followUp: "Which months do you need?",
    });
    expect(ticket?.status).toBe("pending_customer");
    expect(types).toContain("ticket.taken_up");
    expect(types).not.toContain("reply.approved");
  });

  test("is not kept once the customer has written again", async () => {
    const { ctx, agent, ticketId } = await waiting();
    stub.answerWith(async () => {
      await say(ctx, ticketId, { author: "customer", text: "Never mind, how do I delete it?" });
      return {
        json: {
          sentences: [{ text: "Choose CSV.", citations: ["P1"] }],
          unknown: [],
          followUp: null,
        },
      };
    });
    await expect(all(agent, ticketId, { keep: true })).rejects.toMatchObject({ code: "conflict" });
    expect((await state(ctx, ticketId)).attempts).toHaveLength(1);
  });

  test("ends with the reason and the desk's own draft when the provider dies in mid-stream", async () => {
    const { ctx, agent, ticketId } = await waiting();
    stub.control.always = "half_stream";
    const parts = await all(agent, ticketId, { keep: true });
    expect(parts.at(-1)).toMatchObject({ kind: "fault", fault: "cut_off" });
    const { last, attempts } = await state(ctx, ticketId);
    expect(parts.at(-1)).toMatchObject({ local: last?.draft });
    expect(attempts).toHaveLength(1);
  });

  test("ends when the person stops it", async () => {
    const { agent, ticketId } = await waiting();
    stub.control.pieceMs = 50;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const parts = await all(agent, ticketId, { signal: stop.signal });
    expect(parts.at(-1)).toMatchObject({ kind: "fault", fault: "stopped" });
  });

  test("shows no link to a stranger's host, not even while it grows", async () => {
    const { agent, ticketId } = await waiting();
    stub.answerWith(() => ({
      json: {
        sentences: [
          {
            text: "See https://evil.example/steal?x=1 and ![x](https://evil.example/p.png) now.",
            citations: ["P1"],
          },
          { text: "Choose Export, then CSV.", citations: ["P1"] },
        ],
        ...{ unknown: [], followUp: null },
      },
    }));
    const parts = await all(agent, ticketId);
    expect(JSON.stringify(parts)).not.toMatch(/evil\.example\//);
    expect(parts.at(-1)).toMatchObject({ kind: "done" });
  });

  test.each(["shadow", "off"] as const)("is the desk's own where models are %s", async (mode) => {
    const { agent, ticketId } = await waiting(mode);
    const [only, ...more] = await all(agent, ticketId);
    expect(only).toMatchObject({ kind: "fault", fault: "off" });
    expect(only?.kind === "fault" && only.local).toMatch(/^Hi Mina/);
    expect(more).toEqual([]);
    expect(stub.seen).toEqual([]);
  });

  test("is for people only", async () => {
    const { ctx, ticketId } = await waiting();
    const job = await as(ctx, { actor: { type: "job", name: "test" } });
    await expect(all(job, ticketId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
