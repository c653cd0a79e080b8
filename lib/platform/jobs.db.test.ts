import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { rowsOf } from "@/db/client";
import { makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { countDeadLetters, oldestDueSeconds, queueDepths } from "./job-store";
import { defineJob, type Job, openJobs, type QueueName, type Runner } from "./jobs";
import { describe as describeForLog, log } from "./log";

/** Longer than any poll of the queue, milliseconds. */
const SOON = { timeout: 15_000, interval: 50 };

const opened: Runner[] = [];
afterEach(async () => {
  for (const runner of opened.splice(0)) await runner.stop(1);
});

/** Another process on the same database. */
async function node(ctx: TestContext, queues: QueueName[]): Promise<Runner> {
  const runner = await openJobs(ctx.database, queues, 1);
  opened.push(runner);
  return runner;
}

/** A promise, and what fulfils it. */
function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

const jobOf = (name: string, run: () => Promise<string>) =>
  defineJob({ name, payload: z.object({ ticketId: z.uuid().optional() }), run }) as Job<never>;

const work = (runner: Runner, ctx: TestContext, jobs: Job<never>[]) =>
  runner.work(jobs, (name) => ({ ...ctx, actor: { type: "job", name } }), 1);

const rows = (ctx: TestContext, name: string) =>
  rowsOf<{ id: string; state: string; due: boolean; whole: string }>(
    ctx.db,
    sql`select j.id::text, j.state::text, j.start_after <= now() as due, row_to_json(j)::text as whole
        from pgboss.job j where name = ${name}`,
  );

describe("the queue", () => {
  test("counts what is due now, not what it remembers", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.count"]);
    await runner.send(ctx.db, "test.count", {});
    await runner.send(ctx.db, "test.count", {});
    await runner.send(ctx.db, "test.count", {}, { startAfter: new Date(Date.now() + 3_600_000) });
    await ctx.db.execute(
      sql`update pgboss.job set start_after = now() - interval '5 minutes' where id =
          (select id from pgboss.job where name = 'test.count' order by start_after limit 1)`,
    );

    const depth = (await queueDepths(ctx.db)).find((queue) => queue.name === "test.count");
    expect(depth).toMatchObject({ ready: 2, active: 0 });
    expect(depth?.oldestSeconds).toBeGreaterThanOrEqual(300);
    expect(await oldestDueSeconds(ctx.db)).toBeGreaterThanOrEqual(300);

    await ctx.db.execute(sql`update pgboss.job set state = 'active' where name = 'test.count'`);
    expect((await runner.depth()).find((queue) => queue.name === "test.count")).toMatchObject({
      ready: 0,
      active: 3,
      oldestSeconds: 0,
    });
  });

  test("keeps of a job that fails for good neither names nor addresses", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.poison"]);
    await runner.send(ctx.db, "test.poison", {});
    await ctx.db.execute(sql`update pgboss.job set retry_limit = 0 where name = 'test.poison'`);
    const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
    await work(runner, ctx, [
      jobOf("test.poison", async () => {
        throw Object.assign(new Error("Mina Okafor <mina@example.org> is twice there"), {
          code: "23505",
          detail: "Key (email)=(mina@example.org)",
        });
      }),
    ]);

    await expect.poll(() => countDeadLetters(ctx.db), SOON).toBe(1);
    const kept = [...(await rows(ctx, "test.poison")), ...(await rows(ctx, "dead-letters"))];
    expect(kept).toHaveLength(2);
    for (const { whole } of kept) expect(whole).not.toMatch(/mina|okafor|example\.org/i);
    expect(kept[1]?.whole).toContain("Error 23505");

    const [note] = told.mock.calls.map(([facts]) => Object(facts)).filter((facts) => facts.job);
    const line = JSON.stringify({ ...note, err: describeForLog(note.err) });
    expect(line).toContain('"job":"test.poison"');
    expect(line).not.toMatch(/mina|okafor|example\.org/i);
    told.mockRestore();
  });

  test("gives up at once what no retry can help, and names the field", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.unfit"]);
    await runner.send(ctx.db, "test.unfit", { ticketId: "mina@example.org" });
    await work(runner, ctx, [jobOf("test.unfit", async () => "done")]);

    await expect.poll(() => countDeadLetters(ctx.db), SOON).toBe(1);
    const [dead] = await rowsOf<{ error: string }>(
      ctx.db,
      sql`select source_output->>'message' as error from pgboss.job where name = 'dead-letters'`,
    );
    expect(dead?.error).toContain("ticketId invalid_format");
    expect(dead?.error).not.toContain("mina");
  });

  test("begins what was sent for later when its time has come, not at the next poll", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.later"]);
    let ran = false;
    await work(runner, ctx, [
      jobOf("test.later", async () => {
        ran = true;
        return "done";
      }),
    ]);
    await runner.send(ctx.db, "test.later", {}, { startAfter: new Date(Date.now() + 500) });

    await expect.poll(() => ran, { timeout: 5_000, interval: 50 }).toBe(true);
  });
});

describe("a process that stops", () => {
  test("lets a running job finish", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.finish"]);
    const { promise: begun, resolve: begin } = signal();
    const { promise: done, resolve: finish } = signal();
    await work(runner, ctx, [
      jobOf("test.finish", async () => {
        begin();
        await done;
        return "done";
      }),
    ]);
    await runner.send(ctx.db, "test.finish", {});
    await begun;

    const stopped = runner.stop(5);
    finish();
    await stopped;
    expect(await rows(ctx, "test.finish")).toMatchObject([{ state: "completed" }]);
  });

  test("gives back at once what does not finish in time; another takes it", async () => {
    const ctx = await makeContext();
    const first = await node(ctx, ["test.long"]);
    const { promise: begun, resolve: begin } = signal();
    await work(first, ctx, [
      jobOf("test.long", () => {
        begin();
        return new Promise<string>(() => {}); // never ends
      }),
    ]);
    await first.send(ctx.db, "test.long", {});
    await begun;

    await first.stop(1);
    expect(await rows(ctx, "test.long")).toMatchObject([{ state: "retry", due: true }]);

    const second = await node(ctx, ["test.long"]);
    await work(second, ctx, [jobOf("test.long", async () => "done")]);
    await expect.poll(async () => (await rows(ctx, "test.long"))[0]?.state, SOON).toBe("completed");
  });
});

describe("a worker that was killed", () => {
  test.skipIf(!onPostgres)("loses its job to another when its heartbeat is old", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.killed", "test.alive"]);
    await runner.send(ctx.db, "test.killed", {});
    await runner.send(ctx.db, "test.alive", {});
    // As the dead process left it: taken, and silent for longer than its heartbeat allows.
    await ctx.db.execute(
      sql`update pgboss.job set state = 'active', started_on = now() - interval '11 seconds',
            heartbeat_on = now() - case name when 'test.killed' then interval '11 seconds'
                                             else interval '1 second' end
          where name in ('test.killed', 'test.alive')`,
    );
    const ran: string[] = [];
    await work(
      runner,
      ctx,
      ["test.killed", "test.alive"].map((name) =>
        jobOf(name, async () => {
          ran.push(name);
          return "done";
        }),
      ),
    );

    await expect.poll(() => ran, SOON).toEqual(["test.killed"]);
    expect(await rows(ctx, "test.alive")).toMatchObject([{ state: "active" }]);
  });
});

describe("jobs of the clock", () => {
  test("are scheduled once for all processes, and old ones no more", async () => {
    const ctx = await makeContext();
    const single = ["test.old", "test.tick"].map((name) => ({ single: name }));
    const first = await node(ctx, single);
    await first.everyMinute(["test.old"]);
    const second = await node(ctx, single);
    await first.everyMinute(["test.tick"]);
    await second.everyMinute(["test.tick"]);

    const schedules = await rowsOf(ctx.db, sql`select name, cron from pgboss.schedule`);
    expect(schedules).toEqual([{ name: "test.tick", cron: "* * * * *" }]);
  });

  test("come one at a time: the next minute is dropped while the last one runs", async () => {
    const ctx = await makeContext();
    const runner = await node(ctx, ["test.was-not", { single: "test.once" }]);
    await runner.send(ctx.db, "test.once", {});
    await runner.send(ctx.db, "test.once", {});
    expect(await rows(ctx, "test.once")).toHaveLength(1);

    await ctx.db.execute(sql`update pgboss.job set state = 'active' where name = 'test.once'`);
    await runner.send(ctx.db, "test.once", {});
    expect(await rows(ctx, "test.once")).toHaveLength(1);

    await ctx.db.execute(sql`update pgboss.job set state = 'completed' where name = 'test.once'`);
    await runner.send(ctx.db, "test.once", {});
    expect(await rows(ctx, "test.once")).toHaveLength(2);
  });

  test("of a queue that was made without that rule get a new one", async () => {
    const ctx = await makeContext();
    const before = await node(ctx, ["test.remade"]);
    await before.send(ctx.db, "test.remade", {});
    const runner = await node(ctx, [{ single: "test.remade" }]);
    await runner.send(ctx.db, "test.remade", {});
    await runner.send(ctx.db, "test.remade", {});
    expect(await rows(ctx, "test.remade")).toHaveLength(1);
  });
});
