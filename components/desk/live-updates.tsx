"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { noteBuild } from "@/components/status/build-seen";
import { whenIdle } from "@/components/ui/later";
import { countsQuery, keys } from "./queries";
import { noteSessionAlive, useSessionEnded } from "./session-end";

/** Changes that come in one breath are fetched once. */
const GATHER_MS = 150;
/** During a flood of changes the lists are read this often, not after each. */
const REST_MS = 500;
const RETRY_MS = 5_000;
const HIDDEN_MS = 60_000;

/**
 * One line to the desk per tab. A change refreshes its ticket and the lists; after a (re)connect
 * everything is refreshed, so that nothing that happened in between is missed.
 */
export function LiveUpdates() {
  const client = useQueryClient();
  const ended = useSessionEnded();
  useEffect(() => (ended ? watchForSignIn(client) : listen(client)), [client, ended]);
  return null;
}

function listen(client: QueryClient): () => void {
  const gather = gatherer(client);
  let source: EventSource | undefined;
  let been = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const disconnect = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const connect = () => {
    clearTimeout(timer);
    if (source) return;
    source = new EventSource("/api/live");
    source.addEventListener("ready", (event) => {
      const build = fieldOf(event.data, "build");
      if (build) noteBuild(build);
      if (been) return gather.add(null);
      been = true;
      // The page has just been read: only what changes all the time may have done so since.
      for (const queryKey of [keys.queues, keys.tickets, keys.outbox]) {
        void client.invalidateQueries({ queryKey });
      }
    });
    source.addEventListener("change", (event) => gather.add(ticketOf(event.data)));
    source.addEventListener("own", () => {
      void client.invalidateQueries({ queryKey: keys.notices });
      void client.invalidateQueries({ queryKey: keys.presence });
    });
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      disconnect();
      void client.invalidateQueries({ queryKey: keys.counts }); // finds out whether we're signed out
      timer = setTimeout(connect, RETRY_MS);
    });
  };
  // Browsers keep six lines to a desk: tabs that nobody looks at give theirs back.
  const watch = () => {
    if (!document.hidden) return connect();
    clearTimeout(timer);
    timer = setTimeout(disconnect, HIDDEN_MS);
  };
  // What the page shows has just been read: the line can wait until it stands.
  const cancel = whenIdle(connect);
  document.addEventListener("visibilitychange", watch);
  return () => {
    cancel();
    document.removeEventListener("visibilitychange", watch);
    disconnect();
    gather.stop();
  };
}

/** Signed in again on another tab? Then everything is read anew. */
function watchForSignIn(client: QueryClient): () => void {
  const look = async () => {
    const alive = await client
      .fetchQuery({ ...countsQuery, staleTime: 0, retry: false })
      .then(() => true)
      .catch(() => false);
    if (!alive) return;
    noteSessionAlive();
    await client.invalidateQueries();
  };
  window.addEventListener("focus", look);
  return () => window.removeEventListener("focus", look);
}

/** Null: anything may have changed. */
type Change = { ticket: string } | null;

function gatherer(client: QueryClient) {
  const tickets = new Set<string>();
  let all = false;
  let flushedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    flushedAt = Date.now();
    if (all) void client.invalidateQueries();
    else {
      void client.invalidateQueries({ queryKey: keys.queues });
      void client.invalidateQueries({ queryKey: keys.outbox });
      for (const id of tickets) void client.invalidateQueries({ queryKey: keys.ticket(id) });
    }
    tickets.clear();
    all = false;
  };
  return {
    add(change: Change) {
      if (change === null) all = true;
      else tickets.add(change.ticket);
      timer ??= setTimeout(flush, Math.max(GATHER_MS, flushedAt + REST_MS - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}

function ticketOf(data: unknown): Change {
  const ticket = fieldOf(data, "ticket");
  return ticket ? { ticket } : null; // without one: look at everything
}

function fieldOf(data: unknown, name: string): string | null {
  try {
    const parsed: unknown = JSON.parse(String(data));
    const value = parsed instanceof Object ? Reflect.get(parsed, name) : null;
    return typeof value === "string" ? value : null;
  } catch {
    return null; // not ours
  }
}
