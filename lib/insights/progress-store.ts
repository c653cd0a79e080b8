import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { SILENCE_WEIGHT } from "../predictor/model";

/** Drafts that the curve is drawn from: of a desk with more, one in so many, a block at a time. */
const SAMPLE = 20_000;
const BLOCK = 100;
/** Drafts that the calibration is made from, the newest: how it was long ago says little of today. */
const NEWEST = 10_000;
/** Points of the curve, and the fewest outcomes that make one. */
const POINTS = 20;
const LEAST = 5;

/**
 * Each draft with how it ended: `settled` when it was sent or a person decided about it, `verdict`
 * whether its words were right. A person's word counts; of what the desk sent by itself, that
 * nobody has written again for a week. A small edit counts as accepted; the ledger knows which were
 * small, and is asked, draft by draft, only where one was corrected. `weight`: silence is weak
 * evidence, and counts as such.
 *
 * @param which where and order
 * @param quietSince replies from before then on which nobody wrote again have helped
 */
const drafts = (which: SQL, quietSince: Date): SQL => sql`
  select a.ticket_id, a.id, a.created_at, a.confidence, a.round,
    a.draft is not null as drafted, a.decision,
    a.review_state in ('approved', 'corrected', 'rejected') or a.decision in ('sent', 'sent_flagged')
      or coalesce(a.outcome, '') = 'taken over' as settled,
    case when a.draft is null then null
      when a.outcome in ('reopened', 'taken over') or a.review_state = 'rejected' then false
      when a.review_state = 'approved' then true
      when a.review_state = 'corrected' then coalesce((
        select s.payload ->> 'accepted' = 'true' from signals s where s.ticket_id = a.ticket_id
          and s.attempt_id = a.id and s.kind = 'edited' and s.undone_at is null limit 1), false)
      when a.decision <> 'held' and a.created_at < ${quietSince.toISOString()}::timestamptz then true
    end as verdict,
    case when a.review_state in ('approved', 'corrected', 'rejected')
      or a.outcome in ('reopened', 'taken over') then 1 else ${SILENCE_WEIGHT}::float8 end as weight
  from attempts a ${which}`;

const newest = (quietSince: Date) =>
  drafts(sql`order by a.created_at desc, a.id desc limit ${NEWEST}::int`, quietSince);

/** The curve looks at one in so many drafts; 1: at all. */
export async function sampledEvery(db: Db): Promise<number> {
  const [row] = await rowsOf<{ all: number }>(db, sql`select count(*)::int as all from attempts`);
  return Math.max(1, Math.ceil((row?.all ?? 0) / SAMPLE));
}

export type Stretch = {
  /** Outcomes up to its end, and in it. */
  outcomes: number;
  count: number;
  accepted: number;
  /** Weights of those whose words were judged, and of the right ones. */
  judged: number;
  right: number;
  /** Questions drafted meanwhile, and those unlike anything seen. */
  questions: number;
  unknown: number;
  until: string;
};

/** One in so many drafts, in blocks that lie together on the disk: the index alone tells which. */
const sampled = (every: number): SQL =>
  every === 1
    ? sql``
    : sql`where a.created_at in (select created_at from (
        select created_at, row_number() over (order by created_at) as place from attempts) ordered
      where (place / ${BLOCK}::int) % ${every}::int = 0)`;

/** Stretches of as many outcomes, oldest first, each with all that was drafted meanwhile. */
export async function stretchRows(db: Db, quietSince: Date, every: number): Promise<Stretch[]> {
  return rowsOf<Stretch>(
    db,
    sql`with drafts as (${drafts(sampled(every), quietSince)}),
    counted as (
      select d.*, q.ticket_id is not null as unknown,
        count(*) filter (where settled) over (order by d.created_at, d.id) as place,
        count(*) filter (where settled) over () as total
      from drafts d left join novel_questions q
        on q.ticket_id = d.ticket_id and q.created_at = d.created_at)
    select max(place)::int as outcomes,
      (count(*) filter (where settled))::int as count,
      (count(*) filter (where settled and coalesce(verdict, drafted and decision <> 'held')))::int as accepted,
      coalesce(sum(weight) filter (where settled and verdict is not null), 0)::float8 as judged,
      coalesce(sum(weight) filter (where settled and verdict), 0)::float8 as right,
      (count(*) filter (where round = 1))::int as questions,
      (count(*) filter (where round = 1 and unknown))::int as unknown,
      max(created_at)::text as until
    from counted where total > 0
    group by (greatest(place, 1) - 1) / greatest(${LEAST}::int, ceil(total / ${POINTS}::float8)::int)
    having count(*) filter (where settled) > 0
    order by outcomes`,
  );
}

/** Of the newest outcomes, how many were answered with the desk's own draft. */
export async function latestRow(db: Db, quietSince: Date, limit: number) {
  const [row] = await rowsOf<{ count: number; accepted: number }>(
    db,
    sql`select count(*)::int as count, (count(*) filter (
        where coalesce(verdict, drafted and decision <> 'held')))::int as accepted
      from (select * from (${newest(quietSince)}) d where settled
        order by created_at desc, id desc limit ${limit}::int) newest`,
  );
  return row ?? { count: 0, accepted: 0 };
}

export type BinSum = {
  bin: number;
  count: number;
  /** Sum of weights, and by weight: of confidences, right ones, and squared distances. */
  weight: number;
  claimed: number;
  accepted: number;
  squares: number;
  /** By weight: those at or above a confidence, and of these the right ones. */
  sure: number;
  sureRight: number;
};

/** Judged drafts by confidence. @param sure the confidence from which on they are counted, too */
export async function binRows(
  db: Db,
  quietSince: Date,
  { bins, sure }: { bins: number; sure: number },
): Promise<BinSum[]> {
  return rowsOf<BinSum>(
    db,
    sql`select least(floor(confidence * ${bins}::int), ${bins}::int - 1)::int as bin,
      count(*)::int as count, sum(weight)::float8 as weight, sum(weight * confidence)::float8 as claimed,
      coalesce(sum(weight) filter (where verdict), 0)::float8 as accepted,
      sum(weight * (confidence - case when verdict then 1 else 0 end) ^ 2)::float8 as squares,
      coalesce(sum(weight) filter (where confidence >= ${sure}::float8), 0)::float8 as sure,
      coalesce(sum(weight) filter (where confidence >= ${sure}::float8 and verdict), 0)::float8 as "sureRight"
    from (${newest(quietSince)}) d where verdict is not null group by 1 order by 1`,
  );
}
