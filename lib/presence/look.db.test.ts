import { describe, expect, test } from "vitest";
import { ticketReads, ticketViewers } from "@/db/schema/presence";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { leaveTicket, lookAtTicket } from "./look";
import { markRead, markUnread } from "./mark-read";
import { LOOK_SECONDS } from "./model";

describe("lookAtTicket", () => {
  test("keeps who looks, and forgets who gives no sign of life", async () => {
    const ctx = await makeContext();
    const other = await as(ctx, { role: "reviewer" });
    const { ticket } = await makeTicket(ctx);
    const ticketId = ticket.id;
    await lookAtTicket(ctx, { ticketId });
    await lookAtTicket(ctx, { ticketId });
    await lookAtTicket(other, { ticketId });
    expect(await ctx.db.select().from(ticketViewers)).toHaveLength(2);

    ctx.advance(LOOK_SECONDS * 1000);
    await lookAtTicket(other, { ticketId });
    const personId = other.actor.type === "person" ? other.actor.personId : "";
    expect(await ctx.db.select().from(ticketViewers)).toMatchObject([{ personId }]);
    await leaveTicket(ctx, { ticketId }); // somebody else stays
    expect(await ctx.db.select().from(ticketViewers)).toHaveLength(1);
    await leaveTicket(other, { ticketId });
    expect(await ctx.db.select().from(ticketViewers)).toEqual([]);
  });

  test("a ticket that is not there, and systems, are refused", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const system = await as(ctx, { connection: ["ingest"] });
    const place = { ticketId: ticket.id };
    await expect(lookAtTicket(ctx, { ticketId: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(lookAtTicket(system, place)).rejects.toMatchObject({ code: "forbidden" });
    await expect(leaveTicket(system, place)).rejects.toMatchObject({ code: "forbidden" });
    await expect(markRead(system, place)).rejects.toMatchObject({ code: "forbidden" });
    await expect(markUnread(system, place)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(ticketViewers)).toEqual([]);
  });
});

test("each person has read a ticket up to a time of their own", async () => {
  const ctx = await makeContext();
  const other = await as(ctx, { role: "agent" });
  const { ticket } = await makeTicket(ctx);
  const place = { ticketId: ticket.id };
  const first = await markRead(ctx, place);
  await markRead(other, place);
  ctx.advance(60_000);
  const again = await markRead(ctx, place);
  expect(again.readAt > first.readAt).toBe(true);
  expect(await ctx.db.select().from(ticketReads)).toHaveLength(2);
  await markUnread(ctx, place);
  expect(await ctx.db.select().from(ticketReads)).toHaveLength(1);
  await expect(markRead(ctx, { ticketId: newId() })).rejects.toMatchObject({ code: "not_found" });
});
