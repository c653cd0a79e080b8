import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import type { ViewSort } from "../view/model";
import { QUEUE_PAGE, type QueuePage, type QueueQuery, type QueueRow } from "./model";
import { namedScope } from "./named-scope";
import { type Place, segmentsOf } from "./queue-order-store";
import { type ListedTicket, queueRows } from "./queue-row-store";

/** A row with the number of the part of the list that it stands in. */
type Found = ListedTicket & { part: number };

/** One page of a queue. `next` is null behind the last row. */
export async function readQueue(ctx: Context, query: QueueQuery): Promise<QueuePage> {
  requirePermission(ctx, "ticket.read");
  const from = query.before === undefined ? null : parseCursor(query.before);
  const { scope, looker } = await namedScope(ctx, query);
  const parts = segmentsOf(query.sort, scope);
  if (from && !isKeyOf(parts[from.part]?.by, from.key)) throw noPlace();
  const found: Found[] = [];
  // One more than is shown tells whether there is a next page. Nearly always the first part has all.
  for (let part = from?.part ?? 0; part < parts.length && found.length <= QUEUE_PAGE; part += 1) {
    const segment = parts[part];
    if (!segment) break;
    const rows = await queueRows(ctx.db, scope, segment, from?.part === part ? from : null, {
      limit: QUEUE_PAGE + 1 - found.length,
      personId: looker.personId,
    });
    found.push(...rows.map((row) => ({ ...row, part })));
  }
  const rows = found.slice(0, QUEUE_PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map(toRow),
    next:
      found.length > QUEUE_PAGE && last
        ? formatCursor(last, parts[last.part]?.by ?? "newest")
        : null,
  };
}

function toRow(row: Found): QueueRow {
  const { assignee, assignee_id: assigneeId, author, decision, confidence } = row;
  const { review_state: reviewState } = row;
  return {
    id: toPublicId(TICKET_PREFIX, row.id),
    number: row.number,
    version: row.version,
    subject: row.subject,
    customer: row.customer,
    account: { name: row.account, tier: row.tier },
    snippet: author && { author, name: row.writer, text: oneLine(row.words ?? "") },
    unread: row.unread,
    status: row.status,
    priority: row.priority,
    intent: row.intent,
    tags: row.tags,
    category: row.category ?? "",
    team: row.team,
    assignee: assignee && assigneeId ? { id: assigneeId, name: assignee } : null,
    waitingSince: isoIfAny(row.waiting_since),
    updatedAt: iso(row.updated_at),
    snoozedUntil: isoIfAny(row.snoozed_until),
    duplicate: row.link_kind === "duplicate",
    nextTryAt: isoIfAny(row.next_try_at),
    sla: row.promised
      ? {
          dueAt: isoIfAny(row.due_at),
          target: row.target,
          paused: !row.running,
          breachedAt: isoIfAny(row.breached_at),
        }
      : null,
    value: row.value,
    sentiment: row.sentiment,
    badge:
      decision && reviewState && confidence !== null ? { decision, reviewState, confidence } : null,
  };
}

/** The database's text of a moment, as the outside reads it. */
const iso = (text: string) => new Date(text).toISOString();
const isoIfAny = (text: string | null) => text && iso(text);

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

/** "0~2026-03-01T10:00:00.000Z~uuid": part of the list, key in it, id. */
function formatCursor(row: Found, by: ViewSort): string {
  const key = {
    newest: iso(row.updated_at),
    waiting: isoIfAny(row.waiting_since),
    sla: isoIfAny(row.due_at),
    value: row.value,
    sentiment: row.sentiment,
  }[by];
  return `${row.part}~${key}~${row.id}`;
}

function parseCursor(text: string): Place & { part: number } {
  const [part = "", key = "", id = ""] = text.split("~");
  if (!/^[0-9]$/.test(part) || !z.uuid().safeParse(id).success) throw noPlace();
  return { part: Number(part), key, id };
}

/** What the order compares must be of its column's kind, or the database would refuse it. */
function isKeyOf(by: ViewSort | undefined, key: string): boolean {
  switch (by) {
    case "newest":
    case "waiting":
    case "sla":
      // There is no year 0 in the database.
      return z.iso.datetime({ precision: 3 }).safeParse(key).success && key >= "0001";
    case "value":
      return /^-?\d{1,10}$/.test(key) && Math.abs(Number(key)) <= MOST_VALUE;
    case "sentiment":
      return /^-?\d(?:\.\d+)?(?:e-\d{1,2})?$/.test(key);
    case undefined:
      return false;
  }
}

/** Of an integer of the database. */
const MOST_VALUE = 2_147_483_647;

const noPlace = () =>
  new AppError("invalid", "This is not a place in the queue.", {
    fields: { before: ["is not one that a page named as `next`"] },
  });
