import { z } from "zod";
import {
  CUSTOMER_PREFIX,
  CUSTOMERS_PAGE,
  type CustomerNotes,
  type CustomerPage,
  type CustomerQuery,
  type CustomerTicket,
  type CustomerTicketsPage,
  type CustomerTicketsQuery,
} from "../customer/model";
import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import {
  billingOf,
  colleaguesOf,
  customerRow,
  noteRows,
  sentimentsOf,
  tagsOf,
  ticketsOf,
} from "./customer-store";
import { formatPlace, parsePlace } from "./place";

const gone = () => new AppError("not_found", "There is no such customer.");

/** The uuid of a customer, who may be named by it or by `c_…`. @throws `not_found` */
function uuidOf(id: string): string {
  const uuid = z.uuid().safeParse(id).data ?? fromPublicId(CUSTOMER_PREFIX, id);
  if (!uuid) throw gone();
  return uuid;
}

/** What the page of a customer says of them, without their tickets and notes. @throws `not_found` */
export async function readCustomer(ctx: Context, query: CustomerQuery): Promise<CustomerPage> {
  requirePermission(ctx, "ticket.read");
  const id = uuidOf(query.id);
  const head = await customerRow(ctx.db, id);
  if (!head) throw gone();
  const { customer, account, emails } = head;
  const [billing, colleagues, sentiments] = await Promise.all([
    billingOf(ctx.db, account.id),
    colleaguesOf(ctx.db, id, account.id),
    sentimentsOf(ctx.db, id),
  ]);
  return {
    id: toPublicId(CUSTOMER_PREFIX, id),
    name: customer.name,
    aiStopped: customer.aiStopped,
    since: customer.createdAt.toISOString(),
    emails,
    telephones: customer.telephones,
    account: {
      name: account.name,
      tier: account.tier,
      seats: account.seats,
      since: account.createdAt.toISOString(),
      trialUntil: account.trialUntil?.toISOString() ?? null,
      onboarding: account.onboarding,
      usage: account.usage,
    },
    colleagues: colleagues.map((one) => ({ ...one, id: toPublicId(CUSTOMER_PREFIX, one.id) })),
    billing: billing.map((row) => ({ ...row, at: row.at.toISOString() })),
    sentiment: sentiments
      .reverse()
      .flatMap(({ id: ticketId, number, at, value }) =>
        value === null
          ? []
          : [{ ticket: toPublicId(TICKET_PREFIX, ticketId), number, at: at.toISOString(), value }],
      ),
  };
}

/** Tags and notes of a customer. @throws `not_found` */
export async function readCustomerNotes(
  ctx: Context,
  query: CustomerQuery,
): Promise<CustomerNotes> {
  requirePermission(ctx, "ticket.read");
  const me = requirePerson(ctx);
  const id = uuidOf(query.id);
  const [tags, notes] = await Promise.all([tagsOf(ctx.db, id), noteRows(ctx.db, id)]);
  if (!tags) throw gone();
  return {
    tags,
    notes: notes.map(({ personId, createdAt, updatedAt, ...note }) => ({
      ...note,
      mine: personId === me,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    })),
  };
}

/** All tickets of a customer, or of their account, newest first, page by page. @throws `not_found` */
export async function readCustomerTickets(
  ctx: Context,
  query: CustomerTicketsQuery,
): Promise<CustomerTicketsPage> {
  requirePermission(ctx, "ticket.read");
  const id = uuidOf(query.id);
  const head = await customerRow(ctx.db, id);
  if (!head) throw gone();
  const whose = query.of === "account" ? { accountId: head.account.id } : { customerId: id };
  const found = await ticketsOf(ctx.db, whose, parsePlace(query.before), CUSTOMERS_PAGE + 1);
  const page = found.slice(0, CUSTOMERS_PAGE);
  const last = page.at(-1);
  return {
    rows: page.map(toTicket),
    next:
      found.length > CUSTOMERS_PAGE && last
        ? formatPlace({ at: last.createdAt, id: last.id })
        : null,
  };
}

function toTicket({
  decision,
  reviewState,
  confidence,
  mergedIntoId,
  ...row
}: Awaited<ReturnType<typeof ticketsOf>>[number]): CustomerTicket {
  return {
    ...row,
    id: toPublicId(TICKET_PREFIX, row.id),
    merged: mergedIntoId !== null,
    createdAt: row.createdAt.toISOString(),
    badge:
      decision && reviewState && confidence !== null ? { decision, reviewState, confidence } : null,
  };
}
