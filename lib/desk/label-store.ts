import { eq, max, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { categories, intents } from "@/db/schema/desk";
import type { LabelKind } from "./model";

export type Label = {
  slug: string;
  name: string;
  description: string;
  archivedAt: Date | null;
  mergedInto: string | null;
};

const TABLES = { category: categories, intent: intents } as const;
/** Any number, the same for every process: changes of labels wait for each other. */
const LABELS_LOCK = 7_120_406;
/** Room between two intents, so that one can be put between them. */
const STEP = 10;

export async function lockLabels(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${LABELS_LOCK})`);
}

export async function labelsOf(db: Db, space: LabelKind): Promise<Label[]> {
  const { slug, name, description, archivedAt, mergedInto } = TABLES[space];
  return db.select({ slug, name, description, archivedAt, mergedInto }).from(TABLES[space]);
}

export async function insertLabel(
  db: Db,
  space: LabelKind,
  row: { slug: string; name: string; description: string; createdAt: Date },
): Promise<void> {
  if (space === "category") {
    await db.insert(categories).values(row);
    return;
  }
  const [last] = await db.select({ position: max(intents.position) }).from(intents);
  await db.insert(intents).values({ ...row, position: (last?.position ?? 0) + STEP });
}

export async function updateLabel(
  db: Db,
  space: LabelKind,
  slug: string,
  change: Partial<Omit<Label, "slug">>,
): Promise<void> {
  await db.update(TABLES[space]).set(change).where(eq(TABLES[space].slug, slug));
}
