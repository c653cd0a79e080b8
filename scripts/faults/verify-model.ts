import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Desk } from "./desk";
import type { Verdict } from "./verify-requests";

type Row = { tickets: number; bare: number; used: number; local: number; unsaid: number };

/** Whatever the model did: every ticket has its draft, of the model or of the desk's own core. */
export async function verifyModel({ db }: Desk): Promise<Verdict> {
  const [row] = await rowsOf<Row>(
    db,
    sql`select (select count(*)::int from tickets) as tickets,
          (select count(*)::int from tickets t where not exists
            (select 1 from attempts a where a.ticket_id = t.id)) as bare,
          (select count(*)::int from llm_drafts where used) as used,
          (select count(*)::int from llm_drafts where fault is not null) as local,
          (select count(*)::int from llm_drafts
            where (draft is null) = (fault is null) and used) as unsaid`,
  );
  const faults = await rowsOf<{ fault: string; n: number }>(
    db,
    sql`select coalesce(fault, 'answered') as fault, count(*)::int as n from llm_calls
        group by 1 order by 1`,
  );
  const { bare, used, local, unsaid } = row ?? { bare: 0, used: 0, local: 0, unsaid: 0 };
  const violations: string[] = [];
  if (bare > 0) violations.push(`${bare} tickets have no draft and no word why`);
  if (unsaid > 0) violations.push(`${unsaid} drafts of the model neither hold words nor a fault`);
  if (used === 0) violations.push("the model has never drafted, so nothing of it was tried");
  if (local === 0) violations.push("the model has never failed, so nothing of it was tried");
  return {
    counts: {
      "drafts of the model": used,
      "drafts in its place, as it failed": local,
      ...Object.fromEntries(faults.map(({ fault, n }) => [`model calls: ${fault}`, n])),
    },
    violations,
  };
}
