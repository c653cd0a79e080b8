import { and, eq, gte, ilike, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { tickets } from "@/db/schema/ticket";
import { fromPublicId } from "../platform/ids";
import { TEAM_PREFIX, type ViewFilter, type ViewTest } from "../view/model";
import { elsewhereSql } from "./view-elsewhere-store";
import {
  awake,
  before,
  type Looker,
  mentioning,
  moment,
  pattern,
  snoozed,
  words,
} from "./view-parts-store";

/**
 * The person has looked since the customer last wrote; a ticket that has not changed since needs no
 * look at its messages. Asked ticket by ticket on purpose: as a join, the planner would go through
 * all tickets that there ever were, in the order of their ids.
 */
const readBy = (personId: string) => sql<boolean>`coalesce((
  select r.read_at >= tickets.updated_at or not exists (select 1 from messages m
    where m.ticket_id = tickets.id and m.author = 'customer' and m.public and m.created_at > r.read_at)
  from ticket_reads r where r.ticket_id = tickets.id and r.person_id = ${personId}::uuid), false)`;

/** Tickets that a filter lets through; undefined: all. */
export function filterSql(filter: ViewFilter, looker: Looker): SQL | undefined {
  const parts = filter.tests.map((test) => testSql(test, looker));
  return filter.match === "any" ? or(...parts) : and(...parts);
}

/**
 * One test on a row of `tickets`. Turned round it also lets through what nothing is known of; the
 * list's own condition beside it says which tickets are read.
 */
export function testSql(test: ViewTest, looker: Looker): SQL | undefined {
  const passes = valueSql(test, looker);
  return "not" in test && test.not ? sql`(${passes}) is not true` : passes;
}

function valueSql(test: ViewTest, looker: Looker): SQL | undefined {
  switch (test.field) {
    case "status":
      return inArray(tickets.status, test.in);
    case "priority":
      return inArray(tickets.priority, test.in);
    case "channel":
      return inArray(tickets.channel, test.in);
    case "tag":
      return sql`${tickets.tags} && ${words(test.in)}`;
    case "tool":
      return sql`${tickets.toolsUsed} && ${words(test.in)}`;
    case "team":
      return oneOrNone(tickets.teamId, test.in.map(teamOf));
    case "assignee":
      return oneOrNone(
        tickets.assigneeId,
        test.in.map((id) => (id === "me" ? looker.personId : id)),
      );
    case "waiting":
      return test.within === undefined
        ? lte(tickets.waitingSince, before(looker, test.atLeast ?? 0))
        : sql`${tickets.waitingSince} > ${moment(before(looker, test.within))}`;
    case "snoozed":
      return test.is ? snoozed(looker.now) : awake(looker.now);
    case "unread":
      return test.is ? sql`not ${readBy(looker.personId)}` : readBy(looker.personId);
    case "historic":
      return eq(tickets.historic, test.is);
    case "demo":
      return eq(tickets.demo, test.is);
    case "mentions":
      return mentioning(looker.personId);
    case "tier":
    case "decision":
    case "review":
    case "sla":
    case "customer":
    case "account":
    case "message":
      return elsewhereSql(test, looker);
    default:
      return columnSql(test, looker);
  }
}

/** Columns that are compared alike. */
const WORDS = {
  source: tickets.source,
  conversation: tickets.conversationId,
  category: tickets.category,
  area: tickets.productArea,
  intent: tickets.primaryIntent,
  language: tickets.language,
  agent: tickets.assignedAgent,
} as const;
const TEXTS = {
  subject: tickets.subject,
  summary: tickets.aiSummary,
  escalation: tickets.escalationReason,
  resolution: tickets.resolution,
} as const;
const TIMES = {
  created: tickets.createdAt,
  updated: tickets.updatedAt,
  reply: tickets.firstResponseAt,
  resolved: tickets.resolvedAt,
  closed: tickets.closedAt,
} as const;
const NUMBERS = {
  sentiment: tickets.sentiment,
  trend: tickets.sentimentTrend,
  confidence: tickets.confidenceScore,
} as const;

type InColumn = Extract<
  ViewTest,
  { field: keyof (typeof WORDS & typeof TEXTS & typeof TIMES & typeof NUMBERS) }
>;

function columnSql(test: InColumn, looker: Looker): SQL | undefined {
  if ("in" in test) return inArray(WORDS[test.field], test.in);
  if ("contains" in test) return ilike(TEXTS[test.field], pattern(test.contains));
  switch (test.field) {
    case "sentiment":
    case "trend":
    case "confidence":
      return within(NUMBERS[test.field], test);
    default:
      return during(TIMES[test.field], test, looker);
  }
}

/** Nothing in a ticket is newer than its last change, and that is in an index. */
function during(
  column: (typeof TIMES)[keyof typeof TIMES],
  {
    within: newest,
    olderThan = 0,
  }: { within?: number | undefined; olderThan?: number | undefined },
  looker: Looker,
) {
  if (newest === undefined) return lt(column, before(looker, olderThan));
  const from = before(looker, newest);
  return and(gte(column, from), gte(tickets.updatedAt, from));
}

/** Ids of one column; `none` stands for null, and what is no id matches nothing. */
function oneOrNone(column: typeof tickets.teamId | typeof tickets.assigneeId, ids: string[]) {
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  return or(
    known.length > 0 ? inArray(column, known) : undefined,
    ids.includes("none") ? sql`${column} is null` : undefined,
    sql`false`,
  );
}

const teamOf = (id: string) => fromPublicId(TEAM_PREFIX, id) ?? id;

function within(
  column: typeof tickets.sentiment | typeof tickets.sentimentTrend | typeof tickets.confidenceScore,
  { below, above }: { below?: number | undefined; above?: number | undefined },
) {
  return and(
    sql`${column} is not null`,
    below === undefined ? undefined : lt(column, below),
    above === undefined ? undefined : sql`${column} > ${above}`,
  );
}
