import type { Db } from "@/db/client";
import { LIVE_CHANNEL } from "./record";
import { notify } from "./store";

const PREFIX = "person:";

/**
 * Tells the open browsers of one person, when the transaction commits, that something is new for
 * them alone: a notice, a reply that somebody took over. No event, and nobody else looks anew.
 */
export function tellPerson(db: Db, personId: string): Promise<void> {
  return notify(db, LIVE_CHANNEL, PREFIX + personId);
}

/** For whom a word on the live channel is; null: for everybody. */
export function toldPerson(payload: string | null): string | null {
  return payload?.startsWith(PREFIX) ? payload.slice(PREFIX.length) : null;
}
