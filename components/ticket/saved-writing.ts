"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { saveWriting, writingQuery } from "@/components/composer/queries";
import { htmlOf, joined } from "@/components/composer/words";
import { RequestError } from "@/components/desk/request";
import type { KeptWriting, WritingKind } from "@/lib/presence/model";
import { inLine } from "./in-line";
import { asKept, type Kept, meeting, NOTHING } from "./kept";
import { keep, keptOf, useKept } from "./kept-text";

/** A pause in the writing after which the desk gets it. */
const PAUSE_MS = 1_500;

/** Texts that are being sent: what is saved of them now would come back afterwards. */
const leaving = new Set<string>();

/** Texts that are being saved: what the desk has of them meanwhile is this browser's own. */
const underWay = new Set<string>();

export type SavedWriting = {
  /** Where the text is besides this browser. */
  state: "none" | "saving" | "saved" | "here";
  /** What the same person has written elsewhere, and not here; null: nothing. */
  other: KeptWriting | null;
  /** Settles which of the two it is. */
  choose: (which: "here" | "other" | "both") => void;
  /** Saves now, because the field is left. */
  flush: () => void;
  /** While it is sent nothing is saved. */
  sending: (on: boolean) => void;
};

/** Name of what is written of this kind on a ticket, in this browser's store. */
export const placeOf = (ticketId: string, kind: WritingKind): string =>
  kind === "reply" || kind === "note" ? `${kind}.${ticketId}` : kind;

/** Keeps what somebody writes on a ticket at the desk, too, so that it is there on every browser. */
export function useSavedWriting(ticketId: string, kind: WritingKind): SavedWriting {
  const place = placeOf(ticketId, kind);
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useQuery(writingQuery(ticketId));
  const kept = useKept(place);
  const there = data?.[kind] ?? null;
  const [saving, setSaving] = useState(false);
  const read = dataUpdatedAt > 0;
  const asks = read && meeting(kept, there) === "ask";

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the desk is met once
  useEffect(() => {
    if (!data || leaving.has(place) || underWay.has(place)) return;
    const what = meeting(keptOf(place), there);
    if (what === "take" && there) keep(place, asKept(there));
    if (what === "forget") keep(place, NOTHING);
    if (what === "save" && !there) keep(place, { ...keptOf(place), base: 0 });
  }, [dataUpdatedAt, place]);

  // Each save grows from what the one before has made of it.
  const save = () =>
    inLine(place, async () => {
      const now = keptOf(place);
      if (now.saved || leaving.has(place)) return;
      setSaving(true);
      await saveAs(client, { ticketId, kind, place }, now);
      setSaving(false);
    });
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const waits = read && !asks && !kept.saved;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the pause anew
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [waits, kept]);
  useLeaving(() => {
    if (waits) void latest.current();
  });

  return {
    state: kept.text.trim() === "" ? "none" : kept.saved ? "saved" : saving ? "saving" : "here",
    other: asks ? there : null,
    choose: (which) => there && choose(place, which, there),
    flush: () => {
      if (waits) void save();
    },
    sending: (on) => setLeaving(place, on),
  };
}

/** While what was written is sent nothing of it is saved. */
export function setLeaving(place: string, on: boolean): void {
  if (on) leaving.add(place);
  else leaving.delete(place);
}

type Where = { ticketId: string; kind: WritingKind; place: string };

/** Gives the desk what is kept here. What it refuses stays here, and is met anew. */
async function saveAs(client: QueryClient, { place, ...where }: Where, now: Kept): Promise<void> {
  const { queryKey } = writingQuery(where.ticketId);
  const html = now.text.trim() === "" ? "" : htmlOf(now);
  const plain = now.html === null ? { text: now.text } : {};
  await client.cancelQueries({ queryKey }); // an answer from before this would be taken for newer
  try {
    underWay.add(place);
    const { revision } = await saveWriting({
      ...where,
      ...plain,
      html,
      revision: now.base,
    }).finally(() => underWay.delete(place));
    const after = keptOf(place);
    // Typing went on meanwhile: that grows from what was just saved.
    keep(place, { ...after, base: revision, saved: after === now });
    const saved = { text: now.text, html, revision, updatedAt: new Date().toISOString() };
    setKnown(client, where, revision > 0 ? saved : null);
  } catch (error) {
    // Offline or signed out: the next change tries again, and the text stays on this browser.
    if (error instanceof RequestError && error.code === "conflict") {
      await client.invalidateQueries({ queryKey });
    }
  }
}

function choose(place: string, which: "here" | "other" | "both", there: KeptWriting): void {
  const here = keptOf(place);
  const words = which === "both" ? joined(here, { text: there.text, html: there.html }) : here;
  const mine = { ...words, at: Date.now(), base: there.revision, saved: false };
  keep(place, which === "other" ? asKept(there) : mine);
}

/** Runs when the page is hidden or closed, and when the ticket is left. */
function useLeaving(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") latest.current();
    };
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", hidden);
      latest.current();
    };
  }, []);
}

/** It was sent: nothing of it is left to write. */
export function sentFrom(client: QueryClient, ticketId: string, kind: WritingKind): void {
  const place = placeOf(ticketId, kind);
  keep(place, NOTHING);
  leaving.delete(place);
  setKnown(client, { ticketId, kind }, null);
}

/** What the desk has of it now. */
function setKnown(
  client: QueryClient,
  { ticketId, kind }: Omit<Where, "place">,
  now: KeptWriting | null,
): void {
  client.setQueryData(writingQuery(ticketId).queryKey, (before) => {
    if (!before) return before;
    const { [kind]: _before, ...others } = before;
    return now ? { ...others, [kind]: now } : others;
  });
}
