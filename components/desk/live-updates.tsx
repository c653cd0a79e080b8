"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { countsQuery, keys } from "./queries";
import { noteSessionAlive, useSessionEnded } from "./session-end";

/** Changes that come in one breath are fetched once. */
const GATHER_MS = 150;
const RETRY_MS = 5_000;

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
  let retry: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  const connect = () => {
    source = new EventSource("/api/live");
    source.addEventListener("ready", () => {
      // The page's own data is as old as the page; from the second time on it may have gaps.
      gather.add(first ? "lists" : null);
      first = false;
    });
    source.addEventListener("change", (event) => gather.add(ticketOf(event.data)));
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      void client.invalidateQueries({ queryKey: keys.counts }); // finds out whether we're signed out
      retry = setTimeout(connect, RETRY_MS);
    });
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(retry);
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

type Change = { ticket: string } | "lists" | null;

function gatherer(client: QueryClient) {
  const tickets = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
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
      else if (change !== "lists") tickets.add(change.ticket);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

function ticketOf(data: unknown): Change {
  try {
    const parsed: unknown = JSON.parse(String(data));
    if (parsed && typeof parsed === "object" && "ticket" in parsed) {
      if (typeof parsed.ticket === "string") return { ticket: parsed.ticket };
    }
  } catch {
    // Not ours; look at everything.
  }
  return null;
}
