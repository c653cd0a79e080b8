import { describe, expect, test } from "vitest";
import { answer, connection, eventsOf, send, threadOf, ticketOf } from "@/db/testing/ingest";
import { toPublicId } from "../platform/ids";

const chat = { conversation_id: "chat-1", channel: "chat" };

describe("a tool's result", () => {
  test("is an internal note that changes nothing else", async () => {
    const ctx = await connection();
    const first = await send(ctx, chat);
    await answer(ctx, first.ticketId, "Please sign in again.", "resolved");
    const noted = await send(ctx, { ...chat, kind: "tool_result", body: "invoice 17 is paid" });

    expect(noted).toMatchObject({ ticketId: first.ticketId, status: "resolved", stored: true });
    expect((await threadOf(ctx, first.ticketId)).at(-1)).toMatchObject({
      kind: "tool_result",
      author: "system",
      public: false,
    });
    expect((await ticketOf(ctx, first.ticketId)).waitingSince).toBeNull();
    expect(await eventsOf(ctx, "note.added")).toHaveLength(1);
    expect(await eventsOf(ctx, "message.received")).toHaveLength(1);
  });

  test("that comes before the conversation opens its ticket, and nobody waits", async () => {
    const ctx = await connection();
    const early = await send(ctx, { ...chat, kind: "tool_result", body: "invoice 17 is paid" });
    expect(await ticketOf(ctx, early.ticketId)).toMatchObject({
      status: "open",
      waitingSince: null,
    });
    expect((await send(ctx, chat)).ticketId).toBe(early.ticketId);
    expect((await ticketOf(ctx, early.ticketId)).waitingSince).not.toBeNull();
  });
});

describe("an outcome", () => {
  test.each([
    ["resolved", "resolved"],
    ["pending_customer", "pending_customer"],
    ["escalated", "open"],
  ] as const)("%s makes an open and a settled ticket %s", async (state, status) => {
    const ctx = await connection();
    const first = await send(ctx, chat);
    const outcome = { ...chat, kind: "outcome", body: undefined, resolution_state: state };
    expect(await send(ctx, outcome)).toMatchObject({ ticketId: first.ticketId, status });

    const settled = await send(ctx, { ...chat, conversation_id: "chat-2" });
    await answer(ctx, settled.ticketId, "Please sign in again.", "resolved");
    expect(await send(ctx, { ...outcome, conversation_id: "chat-2" })).toMatchObject({ status });
  });

  test("escalated keeps the reason, sets the wait and asks for routing", async () => {
    const ctx = await connection();
    const first = await send(ctx, chat);
    await answer(ctx, first.ticketId, "Please sign in again.", "resolved");
    await send(ctx, {
      ...chat,
      kind: "outcome",
      resolution_state: "escalated",
      escalation_reason: "The customer asked for a person.",
    });

    const ticket = await ticketOf(ctx, first.ticketId);
    expect(ticket).toMatchObject({
      status: "open",
      escalationReason: "The customer asked for a person.",
    });
    expect(ticket.waitingSince).not.toBeNull();
    expect((await eventsOf(ctx, "ticket.status_changed")).at(-1)).toMatchObject({
      because: expect.stringContaining("asked for a person"),
    });
    expect(await eventsOf(ctx, "message.received")).toHaveLength(2);
  });

  test("escalated without a word is kept as such, and a reason is never lost", async () => {
    const ctx = await connection();
    const { ticketId } = await send(ctx, chat);
    const outcome = { ...chat, kind: "outcome", body: undefined, resolution_state: "escalated" };
    await send(ctx, outcome);
    expect(await ticketOf(ctx, ticketId)).toMatchObject({
      escalationReason: "No reason was given.",
    });
    await send(ctx, { ...outcome, escalation_reason: "Asked twice." });
    await send(ctx, outcome);
    expect(await ticketOf(ctx, ticketId)).toMatchObject({ escalationReason: "Asked twice." });
    expect(await eventsOf(ctx, "ticket.context_added")).toMatchObject([
      { escalated: true },
      { escalated: true },
    ]);
  });

  test("duplicate closes and links, by our id or theirs; an unknown one is refused whole", async () => {
    const ctx = await connection();
    const original = await send(ctx, { external_id: "original" });
    const names = [toPublicId("t", original.ticketId), "original"];
    for (const [index, name] of names.entries()) {
      const conversation_id = `copy-${index}`;
      const copy = await send(ctx, { conversation_id });
      const outcome = { conversation_id, kind: "outcome", resolution_state: "duplicate" };
      expect(await send(ctx, { ...outcome, duplicate_of: name })).toMatchObject({
        status: "closed",
      });
      expect((await ticketOf(ctx, copy.ticketId)).linkedTicketId).toBe(original.ticketId);
      await expect(
        send(ctx, { ...outcome, external_id: "bad", duplicate_of: "nothing" }),
      ).rejects.toMatchObject({ code: "invalid", fields: { duplicate_of: ["names no ticket"] } });
    }
    const again = await send(ctx, { external_id: "bad" });
    expect(again.stored).toBe(true); // the refused one has left no receipt
  });
});

describe("the history of a conversation", () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 9, 0, second)).toISOString();
  const history = [
    { role: "user", content: "hi", at: at(1) },
    { role: "assistant", content: "Hello! How can I help?", at: at(2) },
    { role: "user", content: "ok", at: at(3) },
    { role: "user", content: "ok", at: at(4) },
    { role: "tool", content: "plan: business" },
  ];

  test("is merged in order and never twice", async () => {
    const ctx = await connection();
    const { ticketId } = await send(ctx, { ...chat, conversation_history: history });
    const longer = [
      ...history,
      { role: "user", content: "Since yesterday I get a 403 when I sign in." },
      { role: "assistant", content: "Which address?", at: at(9) },
    ];
    for (let round = 0; round < 2; round++) {
      await send(ctx, { ...chat, body: `It fails ${round}`, conversation_history: longer });
    }

    const thread = await threadOf(ctx, ticketId);
    const said = thread.filter((message) => message.metadata.fromHistory);
    expect(said.map((message) => [message.author, message.text, message.public])).toEqual([
      ["customer", "hi", true],
      ["ai", "Hello! How can I help?", true],
      ["customer", "ok", true],
      ["customer", "ok", true],
      ["ai", "Which address?", true],
      ["system", "plan: business", false],
    ]);
    expect(thread).toHaveLength(6 + 3);
  });

  test("neither starts a wait nor routes anything by itself", async () => {
    const ctx = await connection();
    const { ticketId } = await send(ctx, chat);
    await answer(ctx, ticketId, "Please sign in again.", "resolved");
    await send(ctx, { ...chat, body: "thanks", conversation_history: history });
    expect(await ticketOf(ctx, ticketId)).toMatchObject({ status: "resolved", waitingSince: null });
    expect(await eventsOf(ctx, "message.received")).toHaveLength(1);
  });
});
