import type { Database } from "@/db/client";
import { LIVE_CHANNEL } from "../event";
import { log } from "../platform/log";

/** What open browsers are told: a ticket's uuid or an event's name; null means "look at everything". */
type Listener = (payload: string | null) => void;

type Hub = { listeners: Set<Listener>; ready: Promise<unknown> };

// One LISTEN for the whole process, however often Next loads this module.
const slot = globalThis as typeof globalThis & { deskhandLive?: Hub };

/** Tells `listener` about every change from now on. @returns the way to stop */
export async function listenLive(database: Database, listener: Listener): Promise<() => void> {
  const hub = slot.deskhandLive ?? openHub(database);
  hub.listeners.add(listener);
  await hub.ready;
  return () => hub.listeners.delete(listener);
}

function openHub(database: Database): Hub {
  const listeners = new Set<Listener>();
  const tell = (payload: string | null) => {
    for (const listener of listeners) listener(payload);
  };
  const ready = database
    .listen(LIVE_CHANNEL, tell, () => tell(null))
    .catch((error: unknown) => {
      slot.deskhandLive = undefined; // the next browser tries again
      log.error({ err: error }, "live updates can't listen");
      throw error;
    });
  const hub = { listeners, ready };
  slot.deskhandLive = hub;
  return hub;
}
