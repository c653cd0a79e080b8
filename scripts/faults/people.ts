import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { approveDraft, rejectDraft, replyToTicket } from "@/lib/resolve";
import { chance } from "./chance";
import type { Desk } from "./desk";

export type People = {
  did: Record<"approved" | "corrected" | "rejected" | "replied", number>;
  /** Refused, because something else had happened meanwhile. */
  refused: number;
  /** No answer: the database was away. What became of it is what the journal says. */
  unclear: number;
  /** What waits for them; the checks say so when it never ends. */
  waiting: () => Promise<number>;
  stop: () => Promise<void>;
};

const ROUND_MS = 400;

type Waiting = { ticketId: string; attemptId: string | null; draft: string | null; who: string };

/** People who settle what is held, and answer tickets that were given back to them. */
export function startPeople({ db, person }: Desk, seed: number): People {
  const did = { approved: 0, corrected: 0, rejected: 0, replied: 0 };
  let stopping = false;
  const state = { refused: 0, unclear: 0 };
  const settle = async ({ ticketId, attemptId, draft, who }: Waiting) => {
    const at = chance(seed, "person", who);
    if (!attemptId || !draft || at < 0.2) {
      const reply = {
        text: "We looked at it, and it is repaired.",
        thenStatus: "resolved" as const,
      };
      await replyToTicket(person, { ticketId, ...reply });
      did.replied++;
    } else if (at < 0.3) {
      await rejectDraft(person, { attemptId, reason: "wrong_answer", note: "" });
      did.rejected++;
    } else if (at < 0.6) {
      await approveDraft(person, { attemptId, text: `${draft}\n\nTell us if that helps.` });
      did.corrected++;
    } else {
      await approveDraft(person, { attemptId });
      did.approved++;
    }
  };
  const round = async () => {
    for (const one of await whatWaits(db).catch(() => [])) {
      await settle(one).catch((error: unknown) => {
        if (error instanceof AppError) state.refused++;
        else state.unclear++;
      });
    }
  };
  const work = (async () => {
    while (!stopping) {
      await round();
      await pause(ROUND_MS);
    }
  })();
  return {
    did,
    get refused() {
      return state.refused;
    },
    get unclear() {
      return state.unclear;
    },
    waiting: async () => (await whatWaits(db)).length,
    stop: () => {
      stopping = true;
      return work;
    },
  };
}

/** Held drafts, and open tickets whose customer waits while nothing is under way. */
const whatWaits = (db: Desk["db"]): Promise<Waiting[]> =>
  rowsOf<Waiting>(
    db,
    sql`select t.id as "ticketId", a.id as "attemptId", a.draft, t.conversation_id as who
        from tickets t
        left join attempts a on a.ticket_id = t.id and a.review_state = 'held'
        where (a.id is not null and t.status = 'pending_customer')
           or (a.id is null and t.status = 'open' and t.waiting_since < now() - interval '2 seconds'
               and exists (select from attempts x where x.ticket_id = t.id))
        limit 20`,
  );
