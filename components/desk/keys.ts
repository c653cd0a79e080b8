"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/** A single letter in lower case, or Ctrl (⌘ on a Mac) with Enter or Z. */
export type Key = "mod+enter" | "mod+z" | "c" | "d" | "h" | "m" | "v" | "r" | "n" | "j" | "k";

/** Keys with Ctrl or ⌘ work also when single keys are off. */
export const isChord = (key: Key): boolean => key.startsWith("mod+");

const STORE = "deskhand.keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Single keys can be turned off: they get in the way of speech input and some screen readers. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(STORE) !== "off",
    () => true,
  );
  return [
    on,
    (next) => {
      localStorage.setItem(STORE, next ? "on" : "off");
      for (const listener of listeners) listener();
    },
  ];
}

/** Runs something on a key, while `active`: not while somebody types or a window is open. */
export function useKey(key: Key, run: () => void, active = true): void {
  const [on] = useKeysOn();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const listens = active && (on || isChord(key));
  useEffect(() => {
    if (!listens) return;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !matches(event, key) || occupied(event)) return;
      event.preventDefault();
      latest.current();
    };
    // Captured, because a focused list takes letters for itself.
    window.addEventListener("keydown", hear, true);
    return () => window.removeEventListener("keydown", hear, true);
  }, [key, listens]);
}

function matches(event: KeyboardEvent, key: Key): boolean {
  const mod = event.ctrlKey || event.metaKey;
  if (isChord(key)) return mod && !event.shiftKey && `mod+${event.key.toLowerCase()}` === key;
  return !mod && !event.altKey && event.key.toLowerCase() === key;
}

function occupied(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.closest("input, textarea, select, [contenteditable='true']");
  return Boolean(
    typing || document.querySelector("[role=dialog],[role=alertdialog],[role=menu],[role=listbox]"),
  );
}

/** How a key is written for `aria-keyshortcuts`. */
export function ariaKey(key: Key): string {
  if (!isChord(key)) return key.toUpperCase();
  const letter = key === "mod+z" ? "Z" : "Enter";
  return `Control+${letter} Meta+${letter}`;
}

const never = () => () => {};

/** How a key is shown on this machine. */
export function useKeyName(key: Key): string {
  const mac = useSyncExternalStore(
    never,
    () => /Mac|iP(hone|ad|od)/.test(navigator.userAgent),
    () => false,
  );
  if (key === "mod+enter") return mac ? "⌘↵" : "Ctrl ↵";
  if (key === "mod+z") return mac ? "⌘Z" : "Ctrl Z";
  return key.toUpperCase();
}
