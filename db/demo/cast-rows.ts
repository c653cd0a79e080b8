import { v7 } from "uuid";
import { accountValue } from "@/lib/customer/model";
import { newId } from "@/lib/platform/ids";
import type { accounts, billingEvents, customerEmails, customers } from "../schema/customer";
import type { people, teamMembers } from "../schema/person";
import type { messages } from "../schema/ticket";
import type { DemoAccount, DemoCustomer, DemoPerson } from "./types";

/** A person of the demo with the password they were given. */
export type HiredPerson = DemoPerson & { passwordHash: string };

type CitablePassage = { articleId: string; passageId: string; title: string; text: string };

/** Everybody and everything that a ticket can name, with the ids they have in the database. */
export type Cast = {
  now: Date;
  company: string;
  /** Person id by e-mail address. */
  people: Map<string, string>;
  /** Team id by name. */
  teams: Map<string, string>;
  /** In the order of the demo desk. */
  customers: { id: string; name: string; email: string; value: number }[];
  /** Passages by the slug of their article. */
  passages: Map<string, CitablePassage[]>;
};

export type MessageRow = typeof messages.$inferInsert & { createdAt: Date };

export const minutesBefore = (now: Date, minutes: number) =>
  new Date(now.getTime() - minutes * 60_000);

/** An id that sorts by the time of what it names. */
export const idAt = (time: Date): string => v7({ msecs: time.getTime() });

const DAY_MS = 86_400_000;
/** Everything was set up before the first of the demo's 60 days. */
const SET_UP_DAYS = 75;

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

export function peopleRows(hired: HiredPerson[], teams: Map<string, string>, now: Date) {
  const rows: (typeof people.$inferInsert)[] = [];
  const members: (typeof teamMembers.$inferInsert)[] = [];
  const idByEmail = new Map<string, string>();
  for (const { name, email, role, passwordHash, teams: theirs } of hired) {
    const id = newId();
    idByEmail.set(email, id);
    rows.push({
      id,
      name,
      email,
      role,
      passwordHash,
      demo: true,
      createdAt: daysFrom(now, -SET_UP_DAYS),
    });
    for (const team of theirs) members.push({ teamId: known(teams.get(team), team), personId: id });
  }
  return { people: rows, members, idByEmail };
}

export function accountRows(demo: DemoAccount[], now: Date) {
  const rows: (typeof accounts.$inferInsert)[] = [];
  const billing: (typeof billingEvents.$inferInsert)[] = [];
  for (const account of demo) {
    const id = newId();
    const { activeSeats, projects } = account.usage;
    rows.push({
      id,
      name: account.name,
      key: account.name.toLowerCase(),
      tier: account.tier,
      seats: account.seats,
      trialUntil: account.trialUntilDays === null ? null : daysFrom(now, account.trialUntilDays),
      onboarding: account.onboarding,
      usage: { activeSeats, projects },
      demo: true,
      createdAt: daysFrom(now, -SET_UP_DAYS),
    });
    for (const { daysAgo, kind, detail, amountCents, currency } of account.billingEvents) {
      const at = daysFrom(now, -daysAgo);
      billing.push({ id: newId(), accountId: id, kind, detail, amountCents, currency, at });
    }
  }
  return { accounts: rows, billing };
}

export function customerRows(
  demo: DemoCustomer[],
  payers: (typeof accounts.$inferInsert)[],
  now: Date,
) {
  const createdAt = daysFrom(now, -SET_UP_DAYS);
  const rows: (typeof customers.$inferInsert)[] = [];
  const emails: (typeof customerEmails.$inferInsert)[] = [];
  const people: Cast["customers"] = [];
  for (const { name, email, accountIndex, telephones, tags } of demo) {
    const id = newId();
    const account = known(payers[accountIndex], `account ${accountIndex}`);
    rows.push({ id, accountId: account.id, name, telephones, tags, demo: true, createdAt });
    emails.push({ email: email.toLowerCase(), customerId: id, createdAt });
    const value = accountValue(account.tier ?? "free", account.seats ?? 1);
    people.push({ id, name, email: email.toLowerCase(), value });
  }
  return { customers: rows, emails, people };
}

/** @throws {Error} when the demo names something that it does not hold */
export function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The demo desk has no ${name}.`);
  return value;
}
