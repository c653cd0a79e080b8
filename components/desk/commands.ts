"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/** Something that can be done here and now: the palette offers it, and the sheet of keys lists it. */
export type Command = {
  /** The same everywhere: `ticket.resolve`. What a person binds a key to. */
  id: string;
  /** In words: "Resolve". */
  title: string;
  /** Where the list shows it. */
  group: "Go to" | "List" | "Ticket" | "AI reply" | "Writing" | "Desk";
  run: () => void;
};

const commands = new Map<string, { command: Command; order: number }>();
const listeners = new Set<() => void>();
/** Null: made anew when somebody asks. A new ticket changes some thirty commands. */
let shown: readonly Command[] | null = null;
let order = 0;

function changed(): void {
  shown = null;
  for (const listener of listeners) listener();
}

function inOrder(): readonly Command[] {
  shown ??= [...commands.values()].sort((a, b) => a.order - b.order).map(({ command }) => command);
  return shown;
}

/** Offers a command while `active` and on the screen. */
export function useCommand(command: Command, active = true): void {
  const { id, title, group } = command;
  const latest = useRef(command.run);
  useEffect(() => {
    latest.current = command.run;
  });
  useEffect(() => {
    if (!active) return;
    const entry = { command: { id, title, group, run: () => latest.current() }, order: order++ };
    commands.set(id, entry);
    changed();
    return () => {
      if (commands.get(id) !== entry) return; // another screen offers it now
      commands.delete(id);
      changed();
    };
  }, [id, title, group, active]);
}

const NOTHING: readonly Command[] = [];

/** What can be done here and now, in the order in which it came to the screen. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    inOrder,
    () => NOTHING,
  );
}
