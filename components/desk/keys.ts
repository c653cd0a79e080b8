"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { matchKeyBindingPress, parseKeybinding } from "tinykeys";
import { useCommand } from "./commands";
import {
  ariaBinding,
  bindingOf,
  bindingWords,
  isChord,
  KEYS,
  type Key,
  type KeyMap,
  meaningOf,
  pressesOf,
} from "./key-map";

export type { Key } from "./key-map";

const SWITCH = "deskhand.keys";
const MAP = "deskhand.keymap";
/** Between the two presses of `g i`. */
const SEQUENCE_MS = 1_000;

const listeners = new Set<() => void>();

/** What the browser's store holds, read once: every hint of a key asks for it whenever it is drawn. */
let settings: { on: boolean; map: KeyMap } | null = null;

function tell(): void {
  settings = null;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", tell);
  };
}

function read() {
  settings ??= {
    on: localStorage.getItem(SWITCH) !== "off",
    map: parsed(localStorage.getItem(MAP)),
  };
  return settings;
}

const singleKeysOn = () => read().on;

/** Single keys can be turned off: they get in the way of speech input and some screen readers. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, singleKeysOn, () => true);
  return [
    on,
    (next) => {
      localStorage.setItem(SWITCH, next ? "on" : "off");
      tell();
    },
  ];
}

const DEFAULTS: KeyMap = {};

/** The keys that this person has changed, on this browser. */
const keyMap = (): KeyMap => read().map;

function parsed(raw: string | null): KeyMap {
  if (raw === null) return DEFAULTS;
  try {
    const value: unknown = JSON.parse(raw);
    const entries = Object.entries(value instanceof Object ? value : {});
    return Object.fromEntries(
      entries.filter(([key, binding]) => key in KEYS && typeof binding === "string"),
    );
  } catch {
    return DEFAULTS; // somebody else wrote it
  }
}

export function useKeyMap(): [KeyMap, (key: Key, binding: string | null) => void] {
  const map = useSyncExternalStore(subscribe, keyMap, () => DEFAULTS);
  return [
    map,
    (key, binding) => {
      const { [key]: _old, ...others } = keyMap();
      const next = binding === null || binding === key ? others : { ...others, [key]: binding };
      localStorage.setItem(MAP, JSON.stringify(next));
      tell();
    },
  ];
}

type Entry = { key: Key; run: () => void };

/** What listens now; of two with the same key the newer one hears it. */
const entries: Entry[] = [];
let active: readonly Key[] | null = null;
/** Those who show what works here. Few, and a new ticket changes some thirty keys. */
const watchers = new Set<() => void>();
/** The first press of a sequence, and when. */
let begun: { press: string; at: number } | null = null;

function changed(): void {
  active = null;
  for (const watcher of watchers) watcher();
}

function activeKeys(): readonly Key[] {
  active ??= [...new Set(entries.map(({ key }) => key))];
  return active;
}

/** Parts with keys that are about to be drawn, and what was pressed meanwhile and nobody heard. */
let expected = 0;
let unheard: KeyboardEvent[] = [];

/**
 * Something that listens is on its way: what is pressed until then is kept for it.
 *
 * @returns says that it has come and listens, or that it will not come
 */
export function expectKeys(): (came: boolean) => void {
  expected += 1;
  return (came) => {
    expected -= 1;
    const kept = unheard;
    unheard = [];
    if (came) for (const event of kept) hear(event);
  };
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || occupied(event)) return;
  const prefix = begun && Date.now() - begun.at < SEQUENCE_MS ? begun.press : null;
  begun = null;
  const map = keyMap();
  const on = singleKeysOn();
  const bindings = (key: Key) => [bindingOf(map, key), ...(meaningOf(key).also ?? [])];
  const allowed = (binding: string) => on || isChord(binding);
  for (const { key, run } of entries.toReversed()) {
    for (const binding of bindings(key).filter(allowed)) {
      const [first = "", second] = binding.split(" ");
      if (second ? prefix !== first || !pressed(event, second) : prefix || !pressed(event, first)) {
        continue;
      }
      if (event.repeat && !meaningOf(key).hidden) return;
      event.preventDefault();
      run();
      return;
    }
  }
  for (const { key } of entries) {
    const [first = "", second] = bindingOf(map, key).split(" ");
    if (second && on && pressed(event, first)) begun = { press: first, at: Date.now() };
  }
  if (expected > 0 && !begun) unheard.push(event);
}

function pressed(event: KeyboardEvent, press: string): boolean {
  // A sign may stand on Shift on one keyboard and not on another.
  if (press.length === 1 && !/\p{L}/u.test(press)) {
    return event.key === press && !event.ctrlKey && !event.metaKey;
  }
  const [wanted] = parseKeybinding(pressesOf(press));
  if (!wanted) return false;
  if (isChord(press) && event.ctrlKey !== event.metaKey) {
    // Ctrl works on a Mac, too: people switch between machines.
    const key = press.split("+").at(-1) ?? "";
    return event.shiftKey === press.includes("shift+") && event.key.toLowerCase() === key;
  }
  return matchKeyBindingPress(event, wanted);
}

function occupied(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.closest("input, textarea, select, [contenteditable='true']");
  const ticking = typing instanceof HTMLInputElement && typing.type === "checkbox";
  // The palette opens from any field: with that key nobody means to type.
  if (typing && !ticking && !pressed(event, "mod+k")) return true;
  // A focused link or button takes Enter for itself.
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
    if (target?.closest("a, button, [role=button], summary")) return true;
  }
  return Boolean(
    document.querySelector("[role=dialog],[role=alertdialog],[role=menu],[role=listbox]"),
  );
}

/** Runs something on a key, while `wanted`: not while somebody types or a window is open. */
export function useKey(key: Key, run: () => void, wanted = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!wanted) return;
    const entry: Entry = { key, run: () => latest.current() };
    // Captured, because a focused list takes letters for itself.
    if (entries.length === 0) window.addEventListener("keydown", hear, true);
    entries.push(entry);
    changed();
    return () => {
      entries.splice(entries.indexOf(entry), 1);
      if (entries.length === 0) window.removeEventListener("keydown", hear, true);
      changed();
    };
  }, [key, wanted]);
  const { title, group, hidden } = meaningOf(key);
  useCommand({ id: `key:${key}`, title, group, run }, wanted && !hidden);
}

const NONE: readonly Key[] = [];

/** Keys that do something on this screen. */
export const useActiveKeys = (): readonly Key[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    activeKeys,
    () => NONE,
  );

const never = () => () => {};

const useMac = () =>
  useSyncExternalStore(
    never,
    () => /Mac|iP(hone|ad|od)/.test(navigator.userAgent),
    () => false,
  );

/** How a key is shown on this machine, with what this person has changed. */
export function useKeyName(key: Key): string {
  const [map] = useKeyMap();
  return bindingWords(bindingOf(map, key), useMac());
}

/** What `aria-keyshortcuts` says: nothing while single keys are off. */
export function useAriaKey(key: Key): string | undefined {
  const [map] = useKeyMap();
  const [on] = useKeysOn();
  const binding = bindingOf(map, key);
  return on || isChord(binding) ? ariaBinding(binding) : undefined;
}

/** How a default key is written for `aria-keyshortcuts`. */
export const ariaKey = (key: Key): string => ariaBinding(key);
