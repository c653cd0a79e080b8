import { describe, expect, test } from "vitest";
import { replyLeases } from "@/db/schema/presence";
import { as, makeContext, onPostgres } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { holdReply, leaveReply } from "./hold-reply";
import { claimReply, someoneReplies } from "./lease-store";
import { REPLY_LEASE_SECONDS } from "./model";

async function two() {
  const ctx = await makeContext();
  const other = await as(ctx, { role: "agent" });
  const { ticket } = await makeTicket(ctx);
  const ticketId = ticket.id;
  const ids = [ctx, other].map(({ actor }) => (actor.type === "person" ? actor.personId : ""));
  return { ctx, other, ticketId, mine: ids[0] ?? "", theirs: ids[1] ?? "" };
}

const hold = { takeOver: false };

describe("holdReply", () => {
  test("belongs to who types first, until they stop, leave, or it is taken over", async () => {
    const { ctx, other, ticketId } = await two();
    const first = await holdReply(ctx, { ticketId, ...hold });
    expect(first.mine).toBe(true);
    ctx.advance((REPLY_LEASE_SECONDS - 1) * 1000);
    // Keeping it does not change when it began.
    expect(await holdReply(ctx, { ticketId, ...hold })).toEqual(first);
    ctx.advance((REPLY_LEASE_SECONDS - 1) * 1000);
    expect(await holdReply(other, { ticketId, ...hold })).toEqual({ ...first, mine: false });

    expect(await holdReply(other, { ticketId, takeOver: true })).toMatchObject({ mine: true });
    expect(await holdReply(ctx, { ticketId, ...hold })).toMatchObject({ mine: false });
    await leaveReply(ctx, { ticketId }); // not theirs to give back
    expect(await someoneReplies(ctx.db, ticketId, ctx.now())).toBe(true);
    await leaveReply(other, { ticketId });
    expect(await someoneReplies(ctx.db, ticketId, ctx.now())).toBe(false);
  });

  test("nobody waits for who has fallen silent", async () => {
    const { ctx, other, ticketId } = await two();
    await holdReply(ctx, { ticketId, ...hold });
    ctx.advance(REPLY_LEASE_SECONDS * 1000);
    const taken = await holdReply(other, { ticketId, ...hold });
    expect(taken.mine).toBe(true);
    expect(new Date(taken.since).getTime()).toBeGreaterThan(Date.now() + 59_000);
  });

  test("whoever sends ends their own, and is told whose it is else", async () => {
    const { ctx, ticketId, mine, theirs } = await two();
    const at = ctx.now();
    await holdReply(ctx, { ticketId, ...hold });
    const claim = { ticketId, at, takeOver: false };
    expect(await claimReply(ctx.db, { ...claim, personId: theirs })).toMatchObject({
      personId: mine,
    });
    expect(await ctx.db.select().from(replyLeases)).toHaveLength(1);
    expect(await claimReply(ctx.db, { ...claim, personId: theirs, takeOver: true })).toBeNull();
    expect(await ctx.db.select().from(replyLeases)).toEqual([]);
    await holdReply(ctx, { ticketId, ...hold });
    expect(await claimReply(ctx.db, { ...claim, personId: mine })).toBeNull();
    expect(await ctx.db.select().from(replyLeases)).toEqual([]);
  });

  test.skipIf(!onPostgres)("of many at once exactly one gets it", async () => {
    const { ctx, ticketId } = await two();
    const many = await Promise.all(Array.from({ length: 8 }, () => as(ctx, {})));
    const held = await Promise.all(many.map((one) => holdReply(one, { ticketId, ...hold })));
    expect(held.filter(({ mine }) => mine)).toHaveLength(1);
  });

  test("systems are refused, and so is a ticket that is not there", async () => {
    const { ctx, ticketId } = await two();
    const system = await as(ctx, { connection: ["ingest"] });
    await expect(holdReply(system, { ticketId, ...hold })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(leaveReply(system, { ticketId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(holdReply(ctx, { ticketId: newId(), ...hold })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await ctx.db.select().from(replyLeases)).toEqual([]);
  });
});
