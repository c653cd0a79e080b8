import type { Table } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "../client";
import { accounts, billingEvents, customerEmails, customers } from "../schema/customer";
import { deliveries } from "../schema/deliver";
import { events } from "../schema/event";
import { articles, passages } from "../schema/knowledge";
import { people, teamMembers, teams } from "../schema/person";
import { attempts } from "../schema/resolve";
import { messages, ticketParticipants, tickets } from "../schema/ticket";
import { accountRows, type Cast, customerRows, type HiredPerson, peopleRows } from "./cast-rows";
import { insertPromises } from "./promises";
import { type TicketRows, ticketRows } from "./ticket-rows";
import type { DemoDesk } from "./types";

/** Rows in one statement; parameters have a limit of 65,535. */
const CHUNK = 300;

/** True for a database that holds nobody's work: no person, customer, article or ticket. */
export async function demoIsWelcome(db: Db): Promise<boolean> {
  const [row] = await rowsOf<{ any: boolean }>(
    db,
    sql`select exists (select from people) or exists (select from accounts)
      or exists (select from articles) or exists (select from tickets)
      or exists (select from connections) as any`,
  );
  return row?.any === false;
}

/**
 * Puts the demo desk in, apart from its articles, which must be there already so that replies can
 * cite them. Call it inside a transaction, on a desk with the default teams. Every row that can is
 * marked as demo: those tickets never leave.
 */
export async function insertDemo(
  db: Db,
  desk: Omit<DemoDesk, "people"> & { people: HiredPerson[] },
  now: Date,
): Promise<void> {
  const staff = peopleRows(desk.people, await teamIds(db), now);
  const payers = accountRows(desk.accounts, now);
  const askers = customerRows(desk.customers, payers.accounts, now);
  await insertAll(db, people, staff.people);
  await insertAll(db, teamMembers, staff.members);
  await insertAll(db, accounts, payers.accounts);
  await insertAll(db, billingEvents, payers.billing);
  await insertAll(db, customers, askers.customers);
  await insertAll(db, customerEmails, askers.emails);

  const cast: Cast = {
    now,
    company: desk.company,
    people: staff.idByEmail,
    teams: await teamIds(db),
    customers: askers.people,
    passages: await citable(db),
  };
  await insertTickets(
    db,
    desk.tickets.map((ticket, index) => ticketRows(ticket, index, cast)),
  );
  await insertPromises(db, now);
}

async function insertTickets(db: Db, rows: TicketRows[]): Promise<void> {
  await insertAll(
    db,
    tickets,
    rows.map((row) => row.ticket),
  ); // oldest first: numbers follow time
  await insertAll(
    db,
    ticketParticipants,
    rows.map((row) => row.participant),
  );
  await insertAll(
    db,
    messages,
    rows.flatMap((row) => row.messages),
  );
  await insertAll(
    db,
    attempts,
    rows.flatMap((row) => row.attempt ?? []),
  );
  await insertAll(
    db,
    deliveries,
    rows.flatMap((row) => row.deliveries),
  );
  const story = rows.flatMap((row) => row.events);
  story.sort((a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0));
  await insertAll(db, events, story);
}

async function insertAll<T extends Table>(
  db: Db,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await db.insert(table).values(rows.slice(at, at + CHUNK));
  }
}

async function teamIds(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ id: teams.id, name: teams.name }).from(teams);
  return new Map(rows.map((team) => [team.name, team.id]));
}

/** Everything that replies may cite, by the slug of its article. */
async function citable(db: Db): Promise<Cast["passages"]> {
  const rows = await db
    .select({
      slug: articles.slug,
      articleId: articles.id,
      passageId: passages.id,
      title: passages.title,
      text: passages.text,
    })
    .from(passages)
    .innerJoin(articles, sql`${articles.id} = ${passages.articleId}`)
    .orderBy(articles.slug, passages.position);
  const bySlug: Cast["passages"] = new Map();
  for (const { slug, ...passage } of rows) {
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), passage]);
  }
  return bySlug;
}
