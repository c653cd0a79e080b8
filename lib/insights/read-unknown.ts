import type { UnknownKind, UnknownKinds, UnknownKindView } from "../knowledge/model";
import { UnknownQuery, UnknownRef } from "../knowledge/model";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { TICKET_PREFIX } from "../ticket/model";
import {
  askedRows,
  groupOfTicket,
  type KindRow,
  kindCounts,
  kindRow,
  kindRows,
} from "./unknown-kinds-store";

/** Groups on the page at first, and when all are asked for. */
const SHOWN = 12;
const MOST = 300;

/** Kinds of questions that nothing known answers, and how many there are. */
export async function readUnknownKinds(
  ctx: Context,
  query: Partial<UnknownQuery>,
): Promise<UnknownKinds> {
  requirePermission(ctx, "ticket.read");
  const { state, all } = parseInput(UnknownQuery, query);
  const rows = await kindRows(ctx.db, state, all === "yes" ? MOST : SHOWN);
  const counts = await kindCounts(ctx.db);
  const of = (wanted: UnknownKind["state"]) => counts.find((one) => one.state === wanted);
  return {
    kinds: rows.map(kindOf),
    open: of("open")?.groups ?? 0,
    answered: of("answered")?.groups ?? 0,
    dismissed: of("dismissed")?.groups ?? 0,
    questions: of("open")?.questions ?? 0,
  };
}

/** One kind with its tickets, by its id or by a ticket that is in it. @throws `not_found` */
export async function readUnknownKind(ctx: Context, input: UnknownRef): Promise<UnknownKindView> {
  requirePermission(ctx, "ticket.read");
  const { id } = parseInput(UnknownRef, input);
  const row = await find(ctx, id);
  if (!row) {
    throw new AppError(
      "not_found",
      "There is no such group: it was joined with another, or its tickets were erased.",
    );
  }
  const tickets = await askedRows(ctx.db, row.id);
  return {
    ...kindOf(row),
    tickets: tickets.map(({ id: ticketId, askedAt, answeredAt, ...ticket }) => ({
      ...ticket,
      id: toPublicId(TICKET_PREFIX, ticketId),
      askedAt: iso(askedAt),
      answeredAt: answeredAt && iso(answeredAt),
    })),
  };
}

async function find(ctx: Context, id: string): Promise<KindRow | null> {
  const ticketId = fromPublicId(TICKET_PREFIX, id);
  const groupId = ticketId ? await groupOfTicket(ctx.db, ticketId) : id;
  return groupId && UUID.test(groupId) ? kindRow(ctx.db, groupId) : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function kindOf(row: KindRow): UnknownKind {
  const { articleId, articleTitle, articleState, lastAskedAt, ...kind } = row;
  const linked = articleId !== null && articleTitle !== null && articleState !== null;
  return {
    ...kind,
    lastAskedAt: iso(lastAskedAt),
    article: linked ? { id: articleId, title: articleTitle, state: articleState } : null,
  };
}

const iso = (time: string) => new Date(time).toISOString();
