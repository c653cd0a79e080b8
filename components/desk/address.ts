"use client";

import { usePathname, useSearchParams } from "next/navigation";
import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Where this page has gone by itself, as long as the router does not know; null: it knows. */
let ahead: string | null = null;
/** What the router was told, and has not drawn yet. */
const told = new Set<string>();
/** Where the router is. */
let drawn: string | null = null;

/** Back and forward go from where the browser is. */
function wentBack(): void {
  ahead = null;
  tell();
}

/**
 * The router has gone somewhere. Of an address that it was told of it speaks late, perhaps when the
 * page is further on.
 */
function follow(routed: string): void {
  drawn = routed;
  if (!told.delete(routed) || routed === ahead) ahead = null;
  tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("popstate", wentBack);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("popstate", wentBack);
  };
}

export type Address = { path: string; search: URLSearchParams };

/** The address that the page was asked for by: all that the server knows. */
const FirstAddress = createContext("");

/**
 * Follows the router for everybody below. It tells of each address twice, and late: only this part
 * is drawn anew for that.
 */
export function AddressProvider({ children }: { children: ReactNode }) {
  const query = useSearchParams().toString();
  const routed = written(usePathname(), query);
  const [first] = useState(routed);
  useLayoutEffect(() => follow(routed), [routed]);
  return createElement(FirstAddress, { value: first }, children);
}

const written = (path: string, query: string) => (query === "" ? path : `${path}?${query}`);

/** In the words that the router uses. */
function asRouted(href: string): string {
  const { pathname, searchParams } = new URL(href, location.href);
  return written(pathname, searchParams.toString());
}

/**
 * Not simply what the browser shows: when a server action is over, the router writes the last
 * address that it knows there, and whoever has gone on by a key meanwhile would stand on the ticket
 * before, with the next key.
 */
const here = () => ahead ?? location.pathname + location.search;
const herePath = () => here().split("?")[0] ?? "";

const read = (address: string): Address => {
  const [path = "", search = ""] = address.split("?");
  return { path, search: new URLSearchParams(search) };
};

/** Where this page is at this moment, for what a key or a press does. */
export const addressNow = (): Address => read(here());

/** The address as this page has it now. The router's own hooks wait for every server action. */
export function useAddress(): Address {
  const first = useContext(FirstAddress);
  const now = useSyncExternalStore(subscribe, here, () => first);
  return useMemo(() => read(now), [now]);
}

/** True on this page and below it; drawn anew only when that changes. */
export function useIsHere(href: string): boolean {
  const first = useContext(FirstAddress);
  return useSyncExternalStore(
    subscribe,
    () => isAt(herePath(), href),
    () => isAt(first.split("?")[0] ?? "", href),
  );
}

const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);

/** Later than the frames that show the change, and before anybody follows a link. */
const ROUTER_MS = 100;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Not through the window's own object: the router listens there. */
function write(how: "pushState" | "replaceState", href: string): void {
  History.prototype[how].call(window.history, window.history.state, "", href);
}

/** What the browser's entry is about to become. */
let pending: string | null = null;

function writePending(): void {
  // Unless the browser has gone elsewhere meanwhile.
  if (pending !== null && ahead !== null) write("replaceState", pending);
  pending = null;
}

/**
 * Changes the address within a page, at once and without asking the server. The router, which draws
 * much anew for it, hears of it when the screen shows the change.
 */
export function setAddress(href: string, how: "push" | "replace"): void {
  if (how === "push") {
    writePending(); // what one goes back to
    write("pushState", href);
  } else {
    // To write it takes a while: what the change has brought is drawn first.
    if (pending === null) requestAnimationFrame(() => setTimeout(writePending));
    pending = href;
  }
  ahead = asRouted(href);
  tell();
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (ahead === null) return; // it has gone elsewhere meanwhile
    if (ahead !== drawn) told.add(ahead);
    window.history.replaceState(null, "", ahead);
  }, ROUTER_MS);
}
