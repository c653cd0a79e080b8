import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema/person";
import { signals } from "@/db/schema/predictor";
import { tickets } from "@/db/schema/ticket";
import type { LedgerQuery } from "./model";

/** Signals, the newest first, with the names that people know. */
export function ledgerRows(db: Db, { kind, before }: LedgerQuery, limit: number) {
  return db
    .select({
      id: signals.id,
      seq: signals.seq,
      kind: signals.kind,
      ticketId: tickets.id,
      number: tickets.number,
      person: people.name,
      subject: signals.subject,
      question: sql<string>`left(${signals.question}, 160)`,
      payload: signals.payload,
      effect: signals.effect,
      at: signals.createdAt,
      undoneAt: signals.undoneAt,
    })
    .from(signals)
    .leftJoin(tickets, eq(tickets.id, signals.ticketId))
    .leftJoin(people, eq(people.id, signals.personId))
    .where(and(kind && eq(signals.kind, kind), before ? lt(signals.seq, before) : undefined))
    .orderBy(desc(signals.seq))
    .limit(limit);
}
