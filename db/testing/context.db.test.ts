import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { recordEvent } from "@/lib/event";
import { newId } from "@/lib/platform/ids";
import { seedDefaults } from "../defaults";
import { categories } from "../schema/desk";
import { events } from "../schema/event";
import { teams } from "../schema/person";
import { rules } from "../schema/rule";
import { tickets } from "../schema/ticket";
import { makeContext, onPostgres } from "./context";
import { makeArticle, makeAttempt, makeTicket } from "./make";
import { runJobs } from "./run-jobs";

describe("the test database", () => {
  test("begins with the defaults, which may be put in twice", async () => {
    const ctx = await makeContext();
    await seedDefaults(ctx.db, ctx.now());

    expect(await ctx.db.select().from(categories)).toHaveLength(4);
    expect(await ctx.db.select().from(rules)).toHaveLength(6);
    expect(await ctx.db.select().from(teams)).toHaveLength(7);
    expect(await ctx.db.select().from(teams).where(eq(teams.fallback, true))).toMatchObject([
      { name: "Support Tier 1" },
    ]);
  });

  test("takes tickets, articles and attempts", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { ticket, message } = await makeTicket(ctx);
    const article = await makeArticle(ctx);
    const attempt = await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });

    expect(ticket).toMatchObject({ number: 1001, status: "open" });
    expect(article.passages).toHaveLength(1);
    expect(attempt).toMatchObject({ ticketId: ticket.id, reviewState: "held" });
    expect(ctx.database.kind).toBe(onPostgres ? "postgres" : "embedded");
  });

  test("is empty again for the next test, and takes events with their jobs", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    expect(await ctx.db.select().from(tickets)).toEqual([]);
    const { ticket, message } = await makeTicket(ctx);
    expect(ticket.number).toBe(1001); // numbers begin anew, too
    await recordEvent(ctx, "message.received", {
      ticketId: ticket.id,
      messageId: message.id,
      outcome: "created",
      because: "it is new",
    });

    expect(await ctx.db.select().from(events)).toHaveLength(1);
  });

  test("works off jobs by the product's own pipeline, until none is due", async () => {
    const ctx = await makeContext({ actor: { type: "system", name: "test" } });
    const { ticket, message } = await makeTicket(ctx);
    await recordEvent(ctx, "message.received", {
      ticketId: ticket.id,
      messageId: message.id,
      outcome: "created",
      because: "it is new",
    });

    const runs = await runJobs(ctx);

    expect(runs.map((run) => run.name)).toEqual(expect.arrayContaining(["follow", "route.ticket"]));
    expect(await runJobs(ctx)).toEqual([]);
  });

  test("lets jobs for later wait for the test's clock, however long the test takes", async () => {
    const ctx = await makeContext({ actor: { type: "system", name: "test" } });
    const startAfter = new Date(ctx.now().getTime() + 2000);
    await ctx.jobs.send(ctx.db, "learn.tell-effect", { signalId: newId() }, { startAfter });
    // As if a minute had passed since on a slow machine.
    await ctx.db.execute(
      sql`update pgboss.job set created_on = created_on - interval '1 minute',
            start_after = start_after - interval '1 minute'`,
    );

    expect(await runJobs(ctx)).toEqual([]);
    ctx.advance(2000);
    expect(await runJobs(ctx)).toMatchObject([{ name: "learn.tell-effect" }]);
  });
});
