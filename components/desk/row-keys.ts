"use client";

import { useEffect } from "react";
import { addressNow } from "./address";
import { useGo } from "./go";
import { useAriaKey, useKey } from "./keys";

/** Where each list was left by keys: its whole address, and the row that had the focus. */
const left = new Map<string, { href: string; row: string | null }>();

const rowsHere = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];

const focused = (rows: readonly HTMLElement[]) =>
  rows.findIndex((row) => row.contains(document.activeElement));

function show(row: HTMLElement): void {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** A row is opened by what it marks for that, by its first link, or by a press on itself. */
function open(row: HTMLElement | undefined): void {
  const inside = row?.querySelector<HTMLElement>("[data-opens]") ?? row?.querySelector("a");
  (inside ?? row)?.click();
}

function remember(row: HTMLElement): void {
  const { path, search } = addressNow();
  const href = search.size === 0 ? path : `${path}?${search}`;
  left.set(path, { href, row: row.getAttribute("href") });
}

/** Beside an open one the next is opened; else only the focus moves. */
function step(by: number): void {
  const rows = rowsHere();
  const current = rows.findIndex((row) => row.matches("[aria-current=page]"));
  const from = focused(rows) >= 0 ? focused(rows) : current;
  const at = from < 0 ? 0 : Math.min(Math.max(0, from + by), rows.length - 1);
  const row = rows[at];
  if (!row) return;
  show(row);
  if (current < 0) remember(row);
  else if (at !== current) open(row);
  if (at === rows.length - 1) document.querySelector<HTMLElement>("[data-more]")?.click();
}

/**
 * Keys of a simple list, as on the list of tickets: J and K move the focus from row to row, Enter
 * and O open. Rows are marked by `data-row`, and what fetches older ones by `data-more`. Whoever
 * comes back stands on the row that they had left.
 *
 * @returns what the list tells to screen readers
 */
export function useRowKeys(some: boolean) {
  useKey("j", () => step(1), some);
  useKey("k", () => step(-1), some);
  useKey(
    "enter",
    () => {
      const rows = rowsHere();
      open(rows[focused(rows)]);
    },
    some,
  );
  useEffect(() => {
    const last = left.get(addressNow().path)?.row;
    const row = rowsHere().find((one) => last && one.getAttribute("href") === last);
    if (row && document.activeElement === document.body) show(row);
  }, []);
  const keys = [useAriaKey("j"), useAriaKey("k"), useAriaKey("enter")].filter(Boolean);
  return { "aria-keyshortcuts": keys.join(" ") || undefined };
}

/** Escape and U lead from a page to the list that it is opened from, as it was left. */
export function useBackKey(list: string, wanted = true): void {
  const go = useGo();
  useKey("escape", () => go(left.get(list)?.href ?? list), wanted);
}
