import type { Db } from "@/db/client";
import { CUSTOMER_PREFIX } from "../customer/model";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import type { TicketStatus } from "../ticket/model";
import {
  type Candidate,
  fittingCandidates,
  messageCandidates,
  subjectCandidates,
} from "./candidate-store";
import type { Scope } from "./filter-store";
import { findTicket } from "./find-ticket";
import { marked } from "./highlight";
import { SEARCH_LIMITS, type SearchQuery, type SearchResult } from "./model";
import { bestCustomers, type NamedCustomer } from "./names-store";
import { type Box, parseBox, type Term } from "./query";
import type { Found } from "./rank";
import { resolveNames } from "./resolve-names";
import { showTickets } from "./show-tickets";
import { spreadCandidates } from "./spread-store";
import { compileWords, searchByIndex } from "./words-store";

/** Letters from which on a text can be somebody's name, and words that a name has at most. */
const NAME_LETTERS = 3;
const NAME_WORDS = 4;

/**
 * Full text over subjects, messages, notes and customers, with operators. What the box means is
 * never refused: what was not understood comes back as hints.
 *
 * @throws `unavailable` when it takes too long
 */
export async function searchDesk(ctx: Context, { q }: SearchQuery): Promise<SearchResult> {
  requirePermission(ctx, "ticket.read");
  const box = parseBox(q ?? "", ctx.now());
  if (box.number !== null && box.numberOnly) return jump(ctx, box);
  if (asksNothing(box)) return { hints: box.hints, tickets: [], customers: [], more: false };
  try {
    return await transaction(ctx, (tx) => search(tx, box));
  } catch (error) {
    if (!timedOut(error)) throw error;
    const message = "This search took too long. Add a word or an operator.";
    throw new AppError("unavailable", message, { cause: error });
  }
}

const asksNothing = ({ terms, filters, after, before }: Box): boolean =>
  terms.length === 0 && filters.length === 0 && after === null && before === null;

async function search(ctx: Context, box: Box): Promise<SearchResult> {
  const { db, actor } = ctx;
  await searchByIndex(db);
  const me = actor.type === "person" ? actor.personId : null;
  const { filters, hints } = await resolveNames(db, box.filters, me);
  const scope: Scope = { filters, me, after: box.after, before: box.before };
  const wanted = box.terms.filter(({ not }) => !not);
  const customers = await customersFor(db, wanted);
  const found =
    box.terms.length > 0
      ? await withWords(db, box.terms, customers, scope)
      : await withoutWords(db, scope);
  const first = box.number === null ? null : await ticketNumbered(ctx, box.number);
  const shown = await showTickets(ctx, { found, terms: wanted, first });
  return {
    hints: [...box.hints, ...hints],
    ...shown,
    customers: customers.map((customer) => ({
      ...customer,
      id: toPublicId(CUSTOMER_PREFIX, customer.id),
      name: marked(customer.name, wanted),
    })),
  };
}

/** Only `#1042`: the ticket, or the one that it was merged into. */
async function jump(ctx: Context, { number, hints }: Box): Promise<SearchResult> {
  const first = await ticketNumbered(ctx, number ?? 0);
  const shown = await showTickets(ctx, { found: [], terms: [], first });
  const missing = first === null ? [`There is no ticket #${number}.`] : [];
  return { hints: [...hints, ...missing], ...shown, customers: [] };
}

async function ticketNumbered(ctx: Context, number: number): Promise<string | null> {
  const found = await findTicket(ctx, { ref: String(number) }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  return found?.id ?? null;
}

async function customersFor(db: Db, wanted: readonly Term[]): Promise<NamedCustomer[]> {
  const text = wanted.map((term) => term.text).join(" ");
  if (wanted.length > NAME_WORDS || text.length < NAME_LETTERS) return [];
  const whole = await bestCustomers(db, text, SEARCH_LIMITS.customers);
  if (whole.length > 0 || wanted.length === 1) return whole;
  // "Oliveira refund": one of the words is a name, the others are about it.
  const [longest] = [...wanted].sort((a, b) => b.text.length - a.text.length);
  return longest ? bestCustomers(db, longest.text, SEARCH_LIMITS.customers) : [];
}

async function withWords(
  db: Db,
  terms: readonly Term[],
  customers: readonly NamedCustomer[],
  scope: Scope,
): Promise<Found[]> {
  const { all, whole, each } = await compileWords(db, terms);
  if (all === null) return [];
  const asked = { words: all, each: each.filter((words) => words !== null) };
  const messages = await messageCandidates(db, asked, scope);
  const subjects = await subjectCandidates(db, asked, whole ?? all, scope);
  const wanted = terms.filter(({ not }) => !not);
  const sought = each.flatMap((words, index) => {
    const text = wanted[index]?.text;
    return words && text ? [{ words, text }] : [];
  });
  const ids = customers.map(({ id }) => id);
  const apart =
    ids.length > 0 && sought.length > 0 ? await spreadCandidates(db, ids, sought, scope) : [];
  return together(messages, subjects, apart);
}

async function withoutWords(db: Db, scope: Scope): Promise<Found[]> {
  return together([], await fittingCandidates(db, scope, SEARCH_LIMITS.tickets + 1), []);
}

/** One line for each ticket, with everything that speaks for it. */
function together(
  messages: readonly Candidate[],
  subjects: readonly Candidate[],
  apart: readonly Candidate[],
): Found[] {
  const found = new Map<string, Found>();
  for (const { ticketId, messageId, kind, rank, at, status } of messages) {
    const old = found.get(ticketId);
    if (old && old.messageRank >= rank) continue;
    found.set(ticketId, { ...blank(ticketId, at, status), messageId, kind, messageRank: rank });
  }
  for (const { ticketId, at, status } of subjects) {
    const old = found.get(ticketId) ?? blank(ticketId, at, status);
    found.set(ticketId, { ...old, inSubject: true });
  }
  for (const { ticketId, messageId, kind, at, status } of apart) {
    const old = found.get(ticketId) ?? { ...blank(ticketId, at, status), messageId, kind };
    found.set(ticketId, { ...old, byCustomer: true });
  }
  return [...found.values()];
}

const blank = (ticketId: string, at: string, status: TicketStatus): Found => ({
  ticketId,
  messageId: null,
  kind: null,
  messageRank: 0,
  inSubject: false,
  byCustomer: false,
  status,
  at,
});

/** The database gave up at its limit. */
function timedOut(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (Reflect.get(cause, "code") === "57014") return true;
  }
  return false;
}
