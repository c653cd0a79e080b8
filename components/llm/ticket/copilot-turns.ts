import { useSyncExternalStore } from "react";
import type { CopilotPart } from "@/lib/assist/model";

type Answer = Extract<CopilotPart, { kind: "done" }>;

/** One question with its answer. */
export type Turn = { question: string; answer: Answer };

/** Kept for as long as the page is: a colleague comes back to a ticket and reads on. */
const turns = new Map<string, readonly Turn[]>();
const listeners = new Set<() => void>();
const NONE: readonly Turn[] = [];
/** Of one ticket; older ones are forgotten. */
const MOST = 20;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTurns = (ticketId: string): readonly Turn[] =>
  useSyncExternalStore(
    subscribe,
    () => turns.get(ticketId) ?? NONE,
    () => NONE,
  );

export function keepTurn(ticketId: string, turn: Turn): void {
  turns.set(ticketId, [...(turns.get(ticketId) ?? NONE), turn].slice(-MOST));
  for (const listener of listeners) listener();
}

export function forgetTurns(ticketId: string): void {
  turns.delete(ticketId);
  for (const listener of listeners) listener();
}

/** What goes along with the next question, newest last. */
export const historyOf = (all: readonly Turn[]) =>
  all.slice(-6).map(({ question, answer }) => ({
    question,
    answer: answer.sentences
      .map(({ text }) => text)
      .join(" ")
      .slice(0, 8000),
  }));
