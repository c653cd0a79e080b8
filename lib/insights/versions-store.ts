import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { people } from "@/db/schema/person";
import { modelConfigs, modelVersions, signals } from "@/db/schema/predictor";
import { tickets } from "@/db/schema/ticket";
import { ENGINE_VERSION, NEW_CODE } from "../predictor/model";

const VERSIONS = 60;
const CONFIGS = 20;
/** Newest drafts that are compared. */
const COMPARED = 5000;

/** Versions that were kept, newest first. */
export function keptVersions(db: Db) {
  return db
    .select({
      number: modelVersions.number,
      engineVersion: modelVersions.engineVersion,
      configNumber: modelVersions.configNumber,
      upToSeq: modelVersions.upToSeq,
      figures: modelVersions.figures,
      at: modelVersions.createdAt,
    })
    .from(modelVersions)
    .orderBy(desc(modelVersions.number))
    .limit(VERSIONS);
}

/** Configurations, newest first, without the rows that are about the program itself. */
export function configLines(db: Db) {
  return db
    .select({
      number: modelConfigs.number,
      state: modelConfigs.state,
      settings: modelConfigs.settings,
      note: modelConfigs.note,
      by: people.name,
      at: modelConfigs.createdAt,
      promotedAt: modelConfigs.promotedAt,
      figures: modelConfigs.figures,
    })
    .from(modelConfigs)
    .leftJoin(people, eq(people.id, modelConfigs.createdBy))
    .where(sql`not (${modelConfigs.note} = ${NEW_CODE} and ${modelConfigs.createdBy} is null)`)
    .orderBy(desc(modelConfigs.number))
    .limit(CONFIGS);
}

/** How this program stands, where it is held back for getting worse; null: it is not. */
export async function heldCode(db: Db) {
  const [row] = await db
    .select({ figures: modelConfigs.figures })
    .from(modelConfigs)
    .where(
      and(
        eq(modelConfigs.state, "refused"),
        eq(modelConfigs.engineVersion, ENGINE_VERSION),
        eq(modelConfigs.note, NEW_CODE),
        isNull(modelConfigs.createdBy),
        isNull(modelConfigs.promotedAt),
      ),
    );
  return row?.figures ?? null;
}

/** The corrected tickets behind these signals. */
export async function caseNames(db: Db, signalIds: readonly string[]) {
  if (signalIds.length === 0) return [];
  return db
    .select({
      id: signals.id,
      ticket: tickets.number,
      question: sql<string>`left(${signals.question}, 120)`,
    })
    .from(signals)
    .leftJoin(tickets, eq(tickets.id, signals.ticketId))
    .where(and(inArray(signals.id, [...signalIds]), isNotNull(signals.question)));
}

/** What two configurations said of one draft, and what people said after it. */
export type Compared = {
  current: Said;
  shadow: Said;
  /** The first word of people on that ticket since; null: none yet. */
  truth: string | null;
  /** That word was a rejection: it only tells what was wrong. */
  rejected: boolean;
};
type Said = {
  subject: string | null;
  confidence: number;
  novelty: number;
  automatic: boolean;
};

/** Drafts that both have predicted, newest first. */
export function comparedDrafts(db: Db, current: number, shadow: number): Promise<Compared[]> {
  const said = (name: string) =>
    sql.raw(`json_build_object('subject', ${name}.subject, 'confidence', ${name}.confidence,
      'novelty', ${name}.novelty, 'automatic', ${name}.automatic)`);
  return rowsOf<Compared>(
    db,
    sql`select ${said("mine")} as current, ${said("theirs")} as shadow,
          truth.subject as truth, coalesce(truth.kind = 'rejected', false) as rejected
        from shadow_predictions theirs
        join shadow_predictions mine
          on mine.attempt_id = theirs.attempt_id and mine.config_number = ${current}
        join attempts a on a.id = theirs.attempt_id
        left join lateral (
          select s.subject, s.kind from signals s
          where s.ticket_id = a.ticket_id and s.undone_at is null and s.subject is not null
            and s.created_at >= a.created_at
            and s.kind in ('approved', 'edited', 'answered', 'rejected')
          order by (s.kind = 'rejected'), s.seq limit 1
        ) truth on true
        where theirs.config_number = ${shadow}
        order by theirs.created_at desc limit ${COMPARED}`,
  );
}
