"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Words } from "@/components/composer/words";
import { type Kept, NOTHING, parseKept } from "./kept";

const PREFIX = "deskhand.text.";

/** What this tab has read or written; the store behind it may be full or forbidden. */
const texts = new Map<string, Kept>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Another tab of this browser has written. */
function hear({ key }: StorageEvent): void {
  if (key !== null && !key.startsWith(PREFIX)) return;
  if (key !== null && unwritten.has(key)) return; // what was typed here since is about to follow
  if (key === null) texts.clear();
  else texts.delete(key);
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", hear);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", hear);
  };
}

/**
 * Text that survives errors, reloads and signing out, on this browser. One place per `name`;
 * clear it by setting the empty text.
 */
export function useKeptText(name: string): [string, (text: string) => void] {
  const { text } = useKept(name);
  const keep = useCallback((next: string) => keepText(name, next), [name]);
  return [text, keep];
}

/** The same with formatting, and with what of it the desk has. */
export function useKept(name: string): Kept {
  return useSyncExternalStore(
    subscribe,
    () => keptOf(name),
    () => NOTHING,
  );
}

/** The same from anywhere: text that comes back shows wherever it is being written. */
export function keepText(name: string, text: string): void {
  keepWords(name, { text, html: null });
}

/** Keeps what was written. The desk does not have it yet. */
export function keepWords(name: string, words: Words): void {
  const { base } = keptOf(name);
  keep(name, { ...words, at: Date.now(), base, saved: false });
}

/** Keeps it as the desk has it, or has lost it. */
export function keep(name: string, kept: Kept): void {
  texts.set(PREFIX + name, kept);
  writeSoon(PREFIX + name);
  tell();
}

export function keptOf(name: string): Kept {
  const key = PREFIX + name;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const kept = stored(key);
  texts.set(key, kept);
  return kept;
}

function stored(key: string): Kept {
  try {
    return parseKept(localStorage.getItem(key), Date.now());
  } catch {
    return NOTHING;
  }
}

/** The browser's store holds up the page while it writes: not at every letter. Milliseconds. */
const SOON_MS = 250;
const unwritten = new Set<string>();
let writing: ReturnType<typeof setTimeout> | undefined;

function writeSoon(key: string): void {
  if (unwritten.size === 0) window.addEventListener("pagehide", writeAll);
  unwritten.add(key);
  writing ??= setTimeout(writeAll, SOON_MS);
}

/** Also as the page is left. */
function writeAll(): void {
  clearTimeout(writing);
  writing = undefined;
  for (const key of unwritten) {
    const kept = texts.get(key);
    if (kept) write(key, kept);
  }
  unwritten.clear();
  window.removeEventListener("pagehide", writeAll);
}

function write(key: string, kept: Kept): void {
  try {
    if (kept.text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A full or forbidden store: the text still stands in the field.
  }
}
