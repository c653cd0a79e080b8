import { minuteWords, type ViewSort, type ViewTest } from "../view/model";
import type { QueueFilter } from "./queue-filter-store";
import type { factsInScope } from "./why-store";

type Facts = NonNullable<Awaited<ReturnType<typeof factsInScope>>>;

const MINUTE_MS = 60_000;

/** "21 min", "3 h", "2 days": a span that people read at a glance, cut. */
function spanWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  if (minutes < 120) return minuteWords(minutes);
  if (minutes < 2 * 1440) return minuteWords(minutes - (minutes % 60));
  return minuteWords(minutes - (minutes % 1440));
}

const TARGET_WORDS = { first: "First reply", next: "Reply", resolution: "Solution" } as const;

/** "Reply due in 21 min", "First reply was due 2 h ago". */
function dueWords({ dueAt, target }: Facts, now: Date): string {
  if (!dueAt) return "Nothing is due";
  const what = target ? TARGET_WORDS[target] : "Reply";
  const left = dueAt.getTime() - now.getTime();
  return left >= 0 ? `${what} due in ${spanWords(left)}` : `${what} was due ${spanWords(left)} ago`;
}

const waitWords = ({ waitingSince }: Facts, now: Date): string =>
  waitingSince
    ? `The customer has waited ${spanWords(now.getTime() - waitingSince.getTime())}`
    : "Nobody waits for us";

/** Why a ticket is in a queue, but for the tests of its filter. */
export function queueReasons(queue: QueueFilter, facts: Facts, now: Date): string[] {
  switch (queue.kind) {
    case "mine":
      return ["Assigned to you", openWords(facts)];
    case "unassigned":
      return ["Assigned to nobody", openWords(facts)];
    case "breaching":
      return [dueWords(facts, now), waitWords(facts, now)];
    case "mentions":
      return ["A note mentions you", openWords(facts)];
    case "open":
      return [openWords(facts), "Not snoozed"];
    case "all":
      return ["Every ticket is in this list"];
    case "snoozed": {
      const { snoozedUntil } = facts;
      const left = (snoozedUntil?.getTime() ?? now.getTime()) - now.getTime();
      return [`Snoozed for another ${spanWords(left)}`];
    }
    case "review":
      return ["A reply was sent that somebody should look at"];
    case "held":
      return ["A draft is held for a person"];
    case "sent":
      return ["A reply went out by itself today"];
    case "team":
      return [`Its team is ${facts.team ?? "gone"}`, openWords(facts)];
    case "view":
      return [];
  }
}

const openWords = ({ status }: Facts) => `Its status is ${status.replaceAll("_", " ")}`;

/** A test on several values as tests on one each, to tell which of them it was: none, if turned. */
export function singles(test: ViewTest): ViewTest[] {
  if (!("in" in test) || test.not) return [test];
  // The same test with a shorter list: each value is one that its schema has let through.
  return test.in.map((value) => ({ ...test, in: [value] }) as ViewTest);
}

const ORDER_WORDS: Record<ViewSort, string> = {
  newest: "by newest activity",
  waiting: "by waiting time",
  sla: "by what is due next",
  value: "by value of the account",
  sentiment: "by sentiment, unhappiest first",
};

/** "4th by waiting time"; null: the order says nothing about it. */
export function placeWords(sort: ViewSort, place: number | null, facts: Facts): string {
  const said = ORDER_WORDS[sort];
  if (place !== null) return `${ordinal(place)} ${said}`;
  const without = {
    newest: false,
    value: false,
    waiting: facts.waitingSince === null,
    sla: facts.dueAt === null,
    sentiment: facts.sentiment === null,
  }[sort];
  return without ? `Behind the others: the order is ${said}` : `Not among the first ${said}`;
}

/** 1 → "1st", 12 → "12th", 23 → "23rd". */
function ordinal(n: number): string {
  const ends: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
  return `${n}${ends[new Intl.PluralRules("en", { type: "ordinal" }).select(n)] ?? "th"}`;
}

/** What a test on time, feeling or a promise found, beyond its own words; "" where it says it all. */
export function factWords(test: ViewTest, facts: Facts, now: Date): string {
  if (test.field === "waiting") return waitWords(facts, now);
  if (test.field === "sla") return dueWords(facts, now);
  return "";
}
