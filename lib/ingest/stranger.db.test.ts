import { describe, expect, test } from "vitest";
import { answer, connection, send, threadOf } from "@/db/testing/ingest";

describe("a stranger who names a conversation", () => {
  test("goes on in the ticket that they were given, and nobody else does", async () => {
    const ctx = await connection();
    await send(ctx, { conversation_id: "chat-1" });
    const eve = { conversation_id: "chat-1", customer_email: "eve@example.org" };
    const first = await send(ctx, eve);
    await answer(ctx, first.ticketId, "Please sign in again.", "resolved");
    const next = await send(ctx, { ...eve, body: "It still fails." });
    expect(next).toMatchObject({ ticketId: first.ticketId, outcome: "joined", status: "open" });
    expect((await threadOf(ctx, first.ticketId)).at(-1)?.landedBecause).toMatch(
      /not part of that one\. It goes on in their own, #\d+\./,
    );
    const otto = await send(ctx, { ...eve, customer_email: "otto@example.org" });
    expect(otto.ticketId).not.toBe(first.ticketId);
  });

  test("from another connection has one conversation there, too", async () => {
    const here = await connection();
    const first = await send(here, { conversation_id: "chat-1" });
    const there = await connection();
    const own = await send(there, { conversation_id: "chat-1" });
    const next = await send(there, { conversation_id: "chat-1", body: "It still fails." });
    expect(own.ticketId).not.toBe(first.ticketId);
    expect(next.ticketId).toBe(own.ticketId);
    expect(await send(here, { conversation_id: "chat-1" })).toMatchObject({
      ticketId: first.ticketId,
    });
  });
});
