"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Days after which text that nobody sent is forgotten. */
const KEEP_DAYS = 14;
const PREFIX = "deskhand.text.";

type Kept = { text: string; at: number };

/** What this tab has read or written; the store behind it may be full or forbidden. */
const texts = new Map<string, string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Text that survives errors, reloads and signing out, on this browser. One place per `name`;
 * clear it by setting the empty text.
 */
export function useKeptText(name: string): [string, (text: string) => void] {
  const key = PREFIX + name;
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => "",
  );
  const keep = useCallback((next: string) => keepText(name, next), [name]);
  return [text, keep];
}

/** The same from anywhere: text that comes back shows wherever it is being written. */
export function keepText(name: string, text: string): void {
  texts.set(PREFIX + name, text);
  write(PREFIX + name, text);
  for (const listener of listeners) listener();
}

function read(key: string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = stored(key);
  texts.set(key, text);
  return text;
}

function stored(key: string): string {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (!isKept(kept)) return "";
    return Date.now() - kept.at < KEEP_DAYS * 86_400_000 ? kept.text : "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ text, at: Date.now() } satisfies Kept));
  } catch {
    // A full or forbidden store: the text still stands in the field.
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "at" in value &&
    typeof value.at === "number"
  );
}
