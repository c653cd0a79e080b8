import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { BACKTEST_KINDS, BACKTEST_STATES } from "@/lib/backtest/model";
import { createdAt, id, json, oneOf, time } from "./columns";
import { people } from "./person";

/** A change of rules or bands, tried on past tickets. Nothing but this row is written by it. */
export const backtests = pgTable(
  "backtests",
  {
    id: id(),
    kind: text({ enum: BACKTEST_KINDS }).notNull(),
    /** The rules or bands that are tried, and on how many tickets. */
    input: json<Record<string, unknown>>().notNull(),
    state: text({ enum: BACKTEST_STATES }).notNull().default("queued"),
    /** Tickets looked at so far, and in all; the second is null until it is known. */
    done: integer().notNull().default(0),
    total: integer(),
    result: json<Record<string, unknown>>(),
    /** Why it failed, for people. */
    problem: text(),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    finishedAt: time(),
  },
  (t) => [
    index("backtests_created_idx").on(t.kind, t.createdAt),
    check("backtests_kind_known", oneOf(t.kind, BACKTEST_KINDS)),
    check("backtests_state_known", oneOf(t.state, BACKTEST_STATES)),
  ],
);
