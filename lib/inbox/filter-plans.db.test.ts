import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { ticketReads } from "@/db/schema/presence";
import { messages, tickets } from "@/db/schema/ticket";
import { makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import type { ViewTest } from "../view/model";
import { scopeOf, scopeSql } from "./queue-filter-store";
import { segmentsOf } from "./queue-order-store";
import { ticketsOf } from "./queue-row-store";

/** A desk of 40,000 tickets, every tenth of them open. */
async function fill(ctx: TestContext, personId: string): Promise<void> {
  const { ticket } = await makeTicket(ctx);
  await ctx.db.execute(sql`insert into ${tickets} (id, customer_id, channel, subject, body, status,
      language, created_at, updated_at)
    select gen_random_uuid(), ${ticket.customerId}, 'email', 'About order ' || md5(n::text), '',
      case when n % 10 = 0 then 'open' else 'closed' end, case when n % 1000 = 0 then 'fi' else 'en' end,
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(1, 40000) n`);
  await ctx.db.execute(sql`insert into ${messages} (id, ticket_id, author, public, text, created_at)
    select gen_random_uuid(), id, 'customer', true, 'Hello', created_at from ${tickets}`);
  await ctx.db.execute(sql`insert into ${ticketReads} (person_id, ticket_id, read_at)
    select ${personId}, id, now() from ${tickets} where status = 'open' order by id limit 20`);
  // As a vacuum does; until then, what was added is read through from end to end.
  await ctx.db.execute(sql`select gin_clean_pending_list('tickets_open_subject_idx')`);
  for (const table of [tickets, messages, ticketReads]) {
    await ctx.db.execute(sql`analyze ${table}`);
  }
}

/** Thrown to take it all back: so many tickets are put in sooner than they are removed. */
class Enough extends Error {}

async function onLargeDesk(work: (ctx: TestContext, personId: string) => Promise<void>) {
  const ctx = await makeContext();
  const personId = requirePerson(ctx);
  const undone = ctx.db.transaction(async (db) => {
    await fill({ ...ctx, db }, personId);
    await work({ ...ctx, db }, personId);
    throw new Enough();
  });
  await expect(undone).rejects.toBeInstanceOf(Enough);
}

/** How Postgres would find a page of the open tickets that pass, and how all of them. */
async function plansOf(ctx: TestContext, personId: string, one: ViewTest): Promise<string[]> {
  const looker = { personId, now: ctx.now() };
  const scope = scopeOf({ kind: "open" }, looker, { match: "all", tests: [one] });
  const [part] = segmentsOf("newest", scope);
  if (!part) throw new Error("a list has parts");
  const all = sql`select 1 from ${tickets} where ${scopeSql(scope)}`;
  const queries: SQL[] = [ticketsOf(scope, part, null, 51), all];
  const plans: string[] = [];
  for (const query of queries) {
    plans.push(JSON.stringify(await rowsOf(ctx.db, sql`explain ${query}`)));
  }
  return plans;
}

test.skipIf(!onPostgres)("no filter of a list makes Postgres read all tickets", () =>
  onLargeDesk(async (ctx, personId) => {
    const rare: [ViewTest, string][] = [
      [{ field: "language", in: ["fi"] }, "tickets_open_language_idx"],
      [{ field: "subject", contains: "c4ca4238a0b9" }, "tickets_open_subject_idx"],
      [{ field: "unread", is: false }, "tickets_open_"],
      [{ field: "unread", is: true }, "tickets_open_"],
    ];
    for (const [one, index] of rare) {
      for (const plan of await plansOf(ctx, personId, one))
        expect(plan, one.field).toContain(index);
    }
    const common: ViewTest[] = [
      { field: "language", in: ["en"] },
      { field: "subject", contains: "order" },
      { field: "language", in: ["fi"], not: true },
      { field: "subject", contains: "c4ca4238a0b9", not: true },
      { field: "tag", in: ["sso"], not: true },
      { field: "priority", in: ["urgent"], not: true },
      { field: "assignee", in: ["me"], not: true },
      { field: "customer", contains: "nobody", not: true },
      { field: "account", contains: "nobody", not: true },
      { field: "tier", in: ["enterprise"], not: true },
      { field: "decision", in: ["held"], not: true },
      { field: "review", in: ["held", "approved"], not: true },
      { field: "sla", in: ["soon", "late"], not: true },
      { field: "mentions", is: "me", not: true },
      { field: "created", within: 60 },
      { field: "created", olderThan: 60 },
      { field: "message", within: 60 },
      { field: "message", olderThan: 60 },
      { field: "waiting", within: 60 },
      { field: "resolved", olderThan: 60 },
    ];
    for (const one of [...rare.map(([test]) => test), ...common]) {
      const [page] = await plansOf(ctx, personId, one);
      expect(page, JSON.stringify(one)).not.toMatch(/Seq Scan on (tickets|messages)/);
    }
  }),
);
