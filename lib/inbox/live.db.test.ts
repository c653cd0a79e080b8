import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { type Database, rowsOf } from "@/db/client";
import { openDatabase } from "@/db/open";
import { makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { databaseUrl, testServer } from "@/db/testing/server";
import { LIVE_CHANNEL, recordEvent } from "../event";
import { transaction } from "../platform/context";

const SOON = { timeout: 15_000, interval: 50 };

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** Another process on the same server. */
async function node(ctx: TestContext): Promise<Database> {
  const [row] = await rowsOf<{ name: string }>(ctx.db, sql`select current_database() as name`);
  const url = databaseUrl(testServer(), row?.name ?? "");
  const database = await openDatabase({ databaseUrl: url, dataDir: "" });
  opened.push(() => database.close());
  return database;
}

/** What a browser of this process is told; "everything" after its line was lost. */
async function listener(database: Database): Promise<string[]> {
  const heard: string[] = [];
  const stop = await database.listen(
    LIVE_CHANNEL,
    (payload) => heard.push(payload),
    () => heard.push("everything"),
  );
  opened.push(stop);
  return heard;
}

const change = (ctx: TestContext, ticketId: string) =>
  recordEvent(ctx, "ticket.woken", { ticketId, because: "test" });

/** A promise, and what fulfils it. */
function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

test("a change that is taken back is told to nobody", async () => {
  const ctx = await makeContext();
  const [kept, lost] = [(await makeTicket(ctx)).ticket.id, (await makeTicket(ctx)).ticket.id];
  const heard = await listener(ctx.database);

  await expect(
    transaction(ctx, async (tx) => {
      await change(tx, lost);
      throw new Error("taken back");
    }),
  ).rejects.toThrow("taken back");
  await change(ctx, kept);

  await expect.poll(() => heard, SOON).toEqual([kept]);
});

describe.skipIf(!onPostgres)("between processes", () => {
  test("changes are told in the order of their commits, also those that began before", async () => {
    const ctx = await makeContext();
    const [early, late] = [(await makeTicket(ctx)).ticket.id, (await makeTicket(ctx)).ticket.id];
    const heard = await listener(await node(ctx));
    const recorded = signal();
    const mayCommit = signal();

    const slow = transaction(ctx, async (tx) => {
      await change(tx, early);
      recorded.resolve();
      await mayCommit.promise;
    });
    await recorded.promise;
    await transaction(ctx, (tx) => change(tx, late));
    await expect.poll(() => heard, SOON).toEqual([late]); // read while the first is still open
    mayCommit.resolve();
    await slow;

    await expect.poll(() => heard, SOON).toEqual([late, early]);
  });

  test("every process hears of what any of them has done", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const [here, there] = [await node(ctx), await node(ctx)];
    const heard = [await listener(here), await listener(there)];

    await change({ ...ctx, db: there.db }, ticket.id);

    await expect.poll(() => heard, SOON).toEqual([[ticket.id], [ticket.id]]);
  });

  test("a lost line is taken up again, and then everything may have changed", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const heard = await listener(await node(ctx));

    const killed = await rowsOf(
      ctx.db,
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'deskhand-live'`,
    );
    expect(killed).toHaveLength(1);
    await change(ctx, ticket.id); // nobody listens now

    await expect.poll(() => heard, SOON).toEqual(["everything"]);
    await change(ctx, ticket.id);
    await expect.poll(() => heard, SOON).toEqual(["everything", ticket.id]);
  });
});
