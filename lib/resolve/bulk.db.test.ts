import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import { setPriority } from "../ticket";
import { bulkChange, bulkUndo } from ".";
import { BulkUndoInput } from "./bulk-inputs";

const publicId = (id: string) => toPublicId("t", id);

async function stored(ctx: TestContext, id: string) {
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, id));
  if (!row) throw new Error("no ticket");
  return row;
}

/** As the browser sends it back. */
const undoOf = (undo: unknown) => BulkUndoInput.parse({ undo });

describe("bulkChange", () => {
  test("changes each by its own verb, and says which refused", async () => {
    const ctx = await makeContext();
    const open = await makeTicket(ctx);
    const closed = await makeTicket(ctx, { status: "closed" });
    const gone = newId();
    const until = new Date(ctx.now().getTime() + 3_600_000).toISOString();
    const { results, undo } = await bulkChange(ctx, {
      ticketIds: [open.ticket.id, closed.ticket.id, gone, open.ticket.id],
      change: { kind: "snooze", until },
    });
    expect(results).toMatchObject([
      { id: publicId(open.ticket.id), ok: true },
      { id: publicId(closed.ticket.id), ok: false, message: expect.stringContaining("closed") },
      { id: publicId(gone), ok: false, message: "There is no such ticket." },
    ]);
    expect(undo).toHaveLength(1);
    expect((await stored(ctx, open.ticket.id)).snoozedUntil?.toISOString()).toBe(until);
    const told = await ctx.db.select().from(events).where(eq(events.type, "ticket.snoozed"));
    expect(told).toHaveLength(1);
  });

  test("what is so already stays, and there is nothing to undo", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const input = {
      ticketIds: [ticket.id],
      change: { kind: "tag" as const, add: ["sso"], remove: [] },
    };
    expect((await bulkChange(ctx, input)).undo).toHaveLength(1);
    expect(await bulkChange(ctx, input)).toEqual({
      results: [{ id: publicId(ticket.id), ok: true }],
      undo: [],
    });
  });

  test("is for people at the desk", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const machine = await as(ctx, { connection: ["ingest"] });
    const input = {
      ticketIds: [ticket.id],
      change: { kind: "priority" as const, priority: "urgent" as const },
    };
    await expect(bulkChange(machine, input)).rejects.toMatchObject({ code: "forbidden" });
    expect((await stored(ctx, ticket.id)).version).toBe(ticket.version);
  });
});

describe("bulkUndo", () => {
  test("puts back status, wait, snooze, assignee and the draft that was held", async () => {
    const ctx = await makeContext();
    const snoozedUntil = new Date(ctx.now().getTime() + 3_600_000);
    const { ticket, message } = await makeTicket(ctx, {
      status: "in_progress",
      set: { snoozedUntil },
    });
    const draft = await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });
    const ticketIds = [ticket.id];
    const change = { kind: "status", status: "resolved" } as const;
    const { undo } = await bulkChange(ctx, { ticketIds, change });
    expect(await stored(ctx, ticket.id)).toMatchObject({ status: "resolved", snoozedUntil: null });

    expect(await bulkUndo(ctx, undoOf(undo))).toMatchObject({ results: [{ ok: true }] });
    expect(await stored(ctx, ticket.id)).toMatchObject({
      status: "in_progress",
      waitingSince: ticket.waitingSince,
      snoozedUntil,
    });
    const [again] = await ctx.db.select().from(attempts).where(eq(attempts.id, draft.id));
    expect(again).toMatchObject({ reviewState: "held", outcome: null, reviewedBy: null });
  });

  test("leaves alone what somebody has changed since, and says so", async () => {
    const ctx = await makeContext();
    const [one, two] = [await makeTicket(ctx), await makeTicket(ctx)];
    const me = requirePerson(ctx);
    const { undo } = await bulkChange(ctx, {
      ticketIds: [one.ticket.id, two.ticket.id],
      change: { kind: "assign", personId: me },
    });
    await setPriority(ctx, { ticketId: one.ticket.id, priority: "urgent" });

    const { results } = await bulkUndo(ctx, undoOf(undo));
    expect(results).toMatchObject([{ ok: false }, { ok: true }]);
    expect((await stored(ctx, one.ticket.id)).assigneeId).toBe(me);
    expect((await stored(ctx, two.ticket.id)).assigneeId).toBeNull();
  });

  test("takes a merge apart again", async () => {
    const ctx = await makeContext();
    const customer = await makeCustomer(ctx);
    const [into, other] = [
      await makeTicket(ctx, { customer }),
      await makeTicket(ctx, { customer }),
    ];
    const ticketIds = [into.ticket.id, other.ticket.id];
    const change = { kind: "merge", intoId: into.ticket.id } as const;
    const { results, undo } = await bulkChange(ctx, { ticketIds, change });
    expect(results).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await stored(ctx, other.ticket.id)).mergedIntoId).toBe(into.ticket.id);

    expect(await bulkUndo(ctx, undoOf(undo))).toMatchObject({ results: [{ ok: true }] });
    expect(await stored(ctx, other.ticket.id)).toMatchObject({
      mergedIntoId: null,
      status: "open",
    });
  });

  test("of a draft that a colleague has taken over does nothing to it", async () => {
    const ctx = await makeContext();
    const { ticket, message } = await makeTicket(ctx);
    const foreign = await makeAttempt(ctx, {
      ticketId: ticket.id,
      answersMessageId: message.id,
      reviewState: "none",
      outcome: "taken over",
      reviewedBy: requirePerson(await as(ctx, {})),
    });
    const change = { kind: "priority", priority: "high" } as const;
    const { undo } = await bulkChange(ctx, { ticketIds: [ticket.id], change });
    const [item] = undo;
    if (!item?.before) throw new Error("nothing to undo");
    const forged = [{ ...item, before: { ...item.before, held: [foreign.id] } }];
    await bulkUndo(ctx, undoOf(forged));
    const [row] = await ctx.db.select().from(attempts).where(eq(attempts.id, foreign.id));
    expect(row?.reviewState).toBe("none");
    expect((await stored(ctx, ticket.id)).priority).toBe(ticket.priority);
  });
});
