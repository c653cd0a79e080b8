import { describe, expect, test } from "vitest";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { countQueues } from "./count-queues";
import { QUEUE_PAGE, QueuePage, TEAM_PREFIX } from "./model";
import { readQueue } from "./read-queue";

const minutesAgo = (ctx: TestContext, minutes: number) =>
  new Date(ctx.now().getTime() - minutes * 60_000);

const subjects = (page: QueuePage) => page.rows.map((row) => row.subject);

describe("readQueue", () => {
  test("what is snoozed waits in its own queue, and what is merged in none", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx, { subject: "stays" });
    const later = new Date(ctx.now().getTime() + 3_600_000);
    const snoozed = await makeTicket(ctx, { subject: "later", set: { snoozedUntil: later } });
    const merged = await makeTicket(ctx, { subject: "gone", set: { mergedIntoId: ticket.id } });
    for (const { ticket: of, message } of [snoozed, merged]) {
      await makeAttempt(ctx, { ticketId: of.id, answersMessageId: message.id });
    }

    expect(subjects(await readQueue(ctx, { queue: "open", sort: "newest" }))).toEqual(["stays"]);
    expect(await readQueue(ctx, { queue: "snoozed", sort: "newest" })).toMatchObject({
      rows: [{ subject: "later", snoozedUntil: later.toISOString() }],
    });
    expect(subjects(await readQueue(ctx, { queue: "held", sort: "newest" }))).toEqual([]);
    expect(await countQueues(ctx)).toMatchObject({ open: 1, unassigned: 1, snoozed: 1, held: 0 });

    ctx.advance(3_600_000);
    expect(await countQueues(ctx)).toMatchObject({ open: 2, snoozed: 0, held: 1 });
  });

  test("shows each ticket in the queues it belongs to, and the counts agree", async () => {
    const ctx = await makeContext();
    const me = requirePerson(ctx);
    await makeTicket(ctx, { subject: "mine", set: { assigneeId: me } });
    await makeTicket(ctx, { subject: "nobody's" });
    await makeTicket(ctx, { subject: "done", status: "resolved" });
    const held = await makeTicket(ctx, { subject: "held" });
    await makeAttempt(ctx, { ticketId: held.ticket.id, answersMessageId: held.message.id });
    const [team] = (await countQueues(ctx)).teams;
    expect(team).toBeDefined();

    expect(subjects(await readQueue(ctx, { queue: "mine", sort: "newest" }))).toEqual(["mine"]);
    expect(subjects(await readQueue(ctx, { queue: "open", sort: "newest" })).sort()).toEqual([
      "held",
      "mine",
      "nobody's",
    ]);
    expect(subjects(await readQueue(ctx, { queue: "held", sort: "newest" }))).toEqual(["held"]);
    expect(await readQueue(ctx, { queue: team?.id ?? "", sort: "newest" })).toMatchObject({
      rows: [],
      next: null,
    });
    expect(await countQueues(ctx)).toMatchObject({
      mine: 1,
      unassigned: 2,
      open: 3,
      held: 1,
      review: 0,
      sent: 0,
    });
  });

  test("a row says who, what, since when, and the most urgent draft", async () => {
    const ctx = await makeContext();
    const customer = await makeCustomer(ctx, { name: "Mina Sato" });
    const createdAt = minutesAgo(ctx, 9);
    const { ticket, message } = await makeTicket(ctx, {
      customer,
      subject: "Export",
      body: "How do I\n\nexport?",
      createdAt,
    });
    const ids = { ticketId: ticket.id, answersMessageId: message.id };
    await makeAttempt(ctx, { ...ids, confidence: 0.52 });
    await makeAttempt(ctx, {
      ...ids,
      round: 2,
      decision: "sent",
      reviewState: "none",
      confidence: 0.9,
    });

    const page = QueuePage.parse(await readQueue(ctx, { queue: "open", sort: "newest" }));
    expect(page.rows).toMatchObject([
      {
        customer: "Mina Sato",
        snippet: { author: "customer", text: "How do I export?" },
        waitingSince: createdAt.toISOString(),
        badge: { decision: "held", reviewState: "held", confidence: 0.52 },
      },
    ]);
  });

  test.each(["newest", "waiting"] as const)("pages by %s hold every ticket once", async (sort) => {
    const ctx = await makeContext();
    const customer = await makeCustomer(ctx);
    const extra = 4;
    for (let n = 0; n < QUEUE_PAGE + extra; n += 1) {
      // Pairs of the same moment, and some that wait for nobody.
      const at = minutesAgo(ctx, Math.floor(n / 2));
      const waitingSince = n % 7 === 0 ? null : at;
      await makeTicket(ctx, { customer, subject: `n${n}`, set: { updatedAt: at, waitingSince } });
    }
    const first = await readQueue(ctx, { queue: "open", sort });
    const before = first.next ?? "";
    const second = await readQueue(ctx, { queue: "open", sort, before });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([QUEUE_PAGE, extra, null]);
    expect(new Set([...subjects(first), ...subjects(second)]).size).toBe(QUEUE_PAGE + extra);
    if (sort === "waiting") {
      const waits = [...first.rows, ...second.rows].map((row) => row.waitingSince ?? "~");
      expect(waits).toEqual(waits.toSorted());
    }
  });

  test("refuses other systems, unknown queues and made-up places", async () => {
    const ctx = await makeContext();
    const system = await as(ctx, { connection: ["tickets.read"] });
    await expect(readQueue(system, { queue: "open", sort: "newest" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      readQueue(ctx, { queue: `${TEAM_PREFIX}_nonsense`, sort: "newest" }),
    ).rejects.toMatchObject({ code: "not_found" });
    const id = "019a0000-0000-7000-8000-000000000001";
    const places = [
      ["newest", "'; drop table tickets"],
      ["newest", `0~1.5~${id}`],
      ["newest", `0~0000-03-01T10:00:00.000Z~${id}`],
      ["newest", `7~2026-03-01T10:00:00.000Z~${id}`],
      ["newest", `0~2026-03-01T10:00:00.000Z~${"-".repeat(36)}`],
      ["value", `0~2026-03-01T10:00:00.000Z~${id}`],
      ["value", `0~9999999999~${id}`],
      ["sentiment", `0~1e400~${id}`],
    ] as const;
    for (const [sort, before] of places) {
      await expect(readQueue(ctx, { queue: "open", sort, before }), before).rejects.toMatchObject({
        code: "invalid",
      });
    }
    const filter = JSON.stringify({ tests: [{ field: "assignee", in: ["-".repeat(36)] }] });
    const nobodys = await readQueue(ctx, { queue: "open", sort: "newest", filter });
    expect(nobodys.rows).toEqual([]);
    const gone = toPublicId(TEAM_PREFIX, "019a0000-0000-7000-8000-000000000001");
    expect(await readQueue(ctx, { queue: gone, sort: "newest" })).toEqual({ rows: [], next: null });
  });
});
