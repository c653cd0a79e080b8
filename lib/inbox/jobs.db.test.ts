import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { discardJob, replayJob } from "../desk";
import { newId, toPublicId } from "../platform/ids";
import { readJobs, readStatus } from ".";

/** A job of kind `follow` that has failed for good, as the queue leaves it. */
async function makeDead(ctx: TestContext, data: object = { eventId: newId() }, error = "Error") {
  const id = newId();
  await ctx.db.execute(
    sql`insert into pgboss.job (id, name, data, source_name, source_retry_count, source_output)
        values (${id}::uuid, 'dead-letters', ${JSON.stringify(data)}::jsonb, 'follow', 5,
                ${JSON.stringify({ message: error })}::jsonb)`,
  );
  return id;
}

const waiting = (ctx: TestContext) =>
  rowsOf(ctx.db, sql`select data from pgboss.job where name = 'follow' and state = 'created'`);

const told = (ctx: TestContext) =>
  rowsOf(ctx.db, sql`select type, payload from events order by seq`);

describe("jobs that have failed for good", () => {
  test("are listed with their error and ids, without the words that they were given", async () => {
    const ctx = await makeContext({ role: "admin" });
    const ticketId = newId();
    const id = await makeDead(ctx, { ticketId, because: "Mina asked" }, "Error 23505");

    const view = await readJobs(ctx);
    expect(view).toMatchObject({
      deadTotal: 1,
      dead: [
        {
          id,
          name: "follow",
          error: "Error 23505",
          tries: 6,
          ids: [{ name: "ticketId", id: ticketId }],
          ticket: toPublicId("t", ticketId),
        },
      ],
    });
    expect(JSON.stringify(view)).not.toContain("Mina");
    expect(new Date(view.dead[0]?.failedAt ?? 0).getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(view.queues.map((queue) => queue.name)).toContain("follow");
    expect(view.queues.map((queue) => queue.name)).not.toContain("dead-letters");
  });

  test("are queued again, one or all of a kind, and the journal says who did it", async () => {
    const ctx = await makeContext({ role: "admin" });
    const [one, two] = [{ eventId: newId() }, { eventId: newId() }];
    const id = await makeDead(ctx, one);
    await makeDead(ctx, two);

    expect(await replayJob(ctx, { id })).toEqual({ jobs: 1 });
    expect(await waiting(ctx)).toEqual([{ data: one }]);
    expect(await told(ctx)).toMatchObject([
      { type: "job.replayed", payload: { jobId: id, name: "follow" } },
    ]);

    expect(await replayJob(ctx, { name: "follow" })).toEqual({ jobs: 1 });
    expect(await waiting(ctx)).toHaveLength(2);
    expect((await readJobs(ctx)).deadTotal).toBe(0);
    await expect(replayJob(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("are discarded for good", async () => {
    const ctx = await makeContext({ role: "admin" });
    const id = await makeDead(ctx);

    expect(await discardJob(ctx, { id })).toEqual({ jobs: 1 });
    expect(await waiting(ctx)).toEqual([]);
    expect(await told(ctx)).toMatchObject([{ type: "job.discarded", payload: { jobId: id } }]);
    await expect(discardJob(ctx, { name: "follow" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of two people one replays it", async () => {
    const ctx = await makeContext({ role: "admin" });
    const id = await makeDead(ctx);

    const results = await Promise.allSettled([replayJob(ctx, { id }), replayJob(ctx, { id })]);

    expect(results.filter((result) => result.status === "rejected")).toHaveLength(1);
    expect(await waiting(ctx)).toHaveLength(1);
  });

  test("are admins' business; nothing changes for others", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const id = await makeDead(ctx);

    await expect(readJobs(ctx)).rejects.toMatchObject({ code: "forbidden" });
    await expect(replayJob(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardJob(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
    expect((await readJobs(await as(ctx, { role: "admin" }))).deadTotal).toBe(1);
  });
});

describe("the state of the desk", () => {
  const build = async () => "b";

  test("tells admins of dead jobs, and everyone of work that nobody takes", async () => {
    const ctx = await makeContext({ role: "admin" });
    await makeDead(ctx);
    await ctx.jobs.send(ctx.db, "follow", { eventId: newId() });
    await ctx.db.execute(
      sql`update pgboss.job set start_after = now() - interval '2 minutes' where name = 'follow'`,
    );

    const status = await readStatus(ctx, build);
    expect(status).toMatchObject({ build: "b", deadJobs: 1, refusedReplies: 0 });
    expect(status.waitingSeconds).toBeGreaterThanOrEqual(120);
    expect((await readStatus(await as(ctx, { role: "agent" }), build)).deadJobs).toBeNull();
  });

  test("is not for other systems", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    await expect(readStatus(ctx, build)).rejects.toMatchObject({ code: "forbidden" });
  });
});
