import { and, asc, desc, eq, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema/person";
import { views } from "@/db/schema/view";
import { ViewFilter } from "../view/model";

const seenBy = (personId: string) => or(eq(views.ownerId, personId), eq(views.shared, true));

/** The filter of a view that this person may see; null when there is none. */
export async function viewOf(db: Db, id: string, personId: string): Promise<ViewFilter | null> {
  const [row] = await db
    .select({ filter: views.filter })
    .from(views)
    .where(and(eq(views.id, id), seenBy(personId)));
  return row ? known(row.filter) : null;
}

/** Own views and shared ones of others; own ones first, each as its owner has put them. */
export async function viewRows(db: Db, personId: string) {
  const rows = await db
    .select({ view: views, owner: people.name })
    .from(views)
    .innerJoin(people, eq(people.id, views.ownerId))
    .where(seenBy(personId))
    .orderBy(desc(eq(views.ownerId, personId)), asc(views.position), asc(views.id));
  return rows.map(({ view, owner }) => ({ ...view, filter: known(view.filter), owner }));
}

/** A test that this version does not know any more is left out, not a fault of the whole list. */
function known(stored: unknown): ViewFilter {
  const filter = ViewFilter.safeParse(stored);
  return filter.success ? filter.data : { match: "all", tests: [] };
}
