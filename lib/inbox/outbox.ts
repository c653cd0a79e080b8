import { z } from "zod";
import {
  OUTBOX_PAGE,
  type OutboxItem,
  type OutboxItemQuery,
  type OutboxPage,
  type OutboxQuery,
  type OutboxRow,
} from "../channel/model";
import { withoutRatingTokens } from "../csat";
import { allowed, type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { type OutboxCursor, outboxItemRow, outboxRows } from "./outbox-store";

type Row = Awaited<ReturnType<typeof outboxRows>>[number];

/** Replies on their way out and those that have left, newest first. */
export async function readOutbox(ctx: Context, query: OutboxQuery): Promise<OutboxPage> {
  requirePermission(ctx, "ticket.read");
  const cursor = query.before === undefined ? null : parseCursor(query.before);
  const found = await outboxRows(ctx.db, cursor, OUTBOX_PAGE + 1);
  const rows = found.slice(0, OUTBOX_PAGE);
  const last = rows.at(-1);
  const next = found.length > OUTBOX_PAGE && last ? cursorOf(last) : null;
  return { rows: rows.map(toRow), next };
}

/** One of them, with the message exactly as it leaves. @throws `not_found` */
export async function readOutboxItem(ctx: Context, query: OutboxItemQuery): Promise<OutboxItem> {
  requirePermission(ctx, "ticket.read");
  const row = await outboxItemRow(ctx.db, query.id);
  if (!row) throw new AppError("not_found", "There is no such delivery.");
  const { stableId, text, response } = row;
  // Whoever may act on deliveries reads the very bytes; others could rate their own replies.
  const exact = allowed(ctx.actor, "outbox.write");
  const raw = row.raw && !exact ? withoutRatingTokens(row.raw) : row.raw;
  return { ...toRow(row), stableId, raw, text, response };
}

function toRow(row: Row): OutboxRow {
  return {
    id: row.id,
    ticket: { ...row.ticket, id: toPublicId(TICKET_PREFIX, row.ticket.id) },
    to: row.transport === "webhook" ? place(row.destination) : row.destination,
    transport: row.transport,
    state: row.state,
    tries: row.tries,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

/** Host and path: sign-in and query of a webhook's URL may hold secrets. */
function place(url: string): string {
  if (!URL.canParse(url)) return "";
  const { host, pathname } = new URL(url);
  return host + pathname;
}

const cursorOf = (row: Row) => `${row.createdAt.getTime()}_${row.id}`;

/** @throws `invalid` */
function parseCursor(before: string): OutboxCursor {
  const [, at, id] = /^(\d{1,13})_(.{36})$/.exec(before) ?? [];
  if (!at || !z.uuid().safeParse(id).success || !id) {
    throw new AppError("invalid", "Some fields are not right.", {
      fields: { before: ["is not where a page ended"] },
    });
  }
  return { at: new Date(Number(at)), id };
}
