import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { startOfDay } from "./day";
import {
  FIXED_QUEUES,
  type FixedQueue,
  QUEUE_PAGE,
  type QueuePage,
  type QueueQuery,
  type QueueRow,
  TEAM_PREFIX,
} from "./model";
import { type Cursor, type QueueFilter, queueRows } from "./queue-store";

type Row = Awaited<ReturnType<typeof queueRows>>[number];

/** One page of a queue. `next` is null behind the last row. */
export async function readQueue(ctx: Context, query: QueueQuery): Promise<QueuePage> {
  requirePermission(ctx, "ticket.read");
  const filter = filterOf(ctx, query.queue);
  const cursor = query.before === undefined ? null : parseCursor(query.before);
  // One more than is shown tells whether there is a next page.
  const found = await queueRows(ctx.db, filter, query.sort, cursor, {
    limit: QUEUE_PAGE + 1,
    now: ctx.now(),
  });
  const rows = found.slice(0, QUEUE_PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map(toRow),
    next: found.length > QUEUE_PAGE && last ? formatCursor(last, query.sort) : null,
  };
}

function filterOf(ctx: Context, name: string): QueueFilter {
  const fixed = FIXED_QUEUES.find((queue): queue is FixedQueue => queue === name);
  if (fixed === "mine") return { kind: fixed, personId: requirePerson(ctx) };
  if (fixed === "sent") return { kind: fixed, since: startOfDay(ctx.now()) };
  if (fixed) return { kind: fixed };
  const teamId = fromPublicId(TEAM_PREFIX, name);
  if (!teamId) throw new AppError("not_found", "There is no such queue.");
  return { kind: "team", teamId };
}

function toRow(row: Row): QueueRow {
  const { decision, reviewState, confidence, snippet, assignee, assigneeId } = row;
  return {
    id: toPublicId(TICKET_PREFIX, row.id),
    number: row.number,
    subject: row.subject,
    customer: row.customer,
    snippet: snippet?.author ? { ...snippet, text: oneLine(snippet.text) } : null,
    status: row.status,
    priority: row.priority,
    intent: row.intent,
    category: row.category,
    team: row.team,
    assignee: assignee && assigneeId ? { id: assigneeId, name: assignee } : null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    duplicate: row.linkKind === "duplicate",
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    badge:
      decision && reviewState && confidence !== null ? { decision, reviewState, confidence } : null,
  };
}

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

/** "2026-03-01T10:00:00.000Z~uuid"; "~uuid" behind the last ticket that waits. */
function formatCursor(row: Row, sort: QueueQuery["sort"]): string {
  const at = sort === "newest" ? row.updatedAt : row.waitingSince;
  return `${at?.toISOString() ?? ""}~${row.id}`;
}

function parseCursor(text: string): Cursor {
  const [at = "", id = ""] = text.split("~");
  const moment = at === "" ? null : new Date(at);
  if ((moment && Number.isNaN(moment.getTime())) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError("invalid", "This is not a place in the queue.", {
      fields: { before: ["is not one that a page named as `next`"] },
    });
  }
  return { at: moment, id };
}
