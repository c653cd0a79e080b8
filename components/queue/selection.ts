"use client";

import { useMemo, useState } from "react";

export type Selection = {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  add: (ids: readonly string[]) => void;
  /** All from the row that was chosen last to this one. */
  extendTo: (id: string) => void;
  clear: () => void;
};

const NONE: ReadonlySet<string> = new Set();

/** Rows that something is done to together; those that have left the list are left out. */
export function useSelection(rows: readonly { id: string }[]): Selection {
  const [chosen, setChosen] = useState(NONE);
  const [last, setLast] = useState<string | null>(null);
  return useMemo(() => {
    const ids = chosen.size === 0 ? NONE : present(rows, chosen);
    const set = (next: Iterable<string>) => setChosen(new Set(next));
    return {
      ids,
      has: (id) => ids.has(id),
      toggle(id) {
        setLast(id);
        set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);
      },
      add: (more) => set([...ids, ...more]),
      extendTo(id) {
        setLast(id);
        set([...ids, ...between(rows, last ?? id, id)]);
      },
      clear: () => setChosen(NONE),
    };
  }, [rows, chosen, last]);
}

const present = (rows: readonly { id: string }[], chosen: ReadonlySet<string>) =>
  new Set(rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id));

/** Ids of the rows from one to another, both with them, whichever stands first. */
export function between(rows: readonly { id: string }[], one: string, other: string): string[] {
  const a = rows.findIndex(({ id }) => id === one);
  const b = rows.findIndex(({ id }) => id === other);
  if (a < 0 || b < 0) return b < 0 ? [] : [other];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
}
