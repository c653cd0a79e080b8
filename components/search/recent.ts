"use client";

import { useSyncExternalStore } from "react";
import { useViewer } from "@/components/desk/viewer";

const KEPT = 8;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** What this person has looked for, newest first. Kept in this browser only. */
export function useRecent(): [readonly string[], (search: string) => void] {
  const store = `deskhand.searches.${useViewer().id}`;
  const raw = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(store) ?? "",
    () => "",
  );
  return [
    listOf(raw),
    (search) => {
      const text = search.trim();
      if (text.length < 2) return;
      const next = [text, ...listOf(raw).filter((one) => one !== text)].slice(0, KEPT);
      localStorage.setItem(store, JSON.stringify(next));
      for (const listener of listeners) listener();
    },
  ];
}

function listOf(raw: string): string[] {
  try {
    const value: unknown = JSON.parse(raw || "[]");
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  } catch {
    return []; // somebody else wrote it
  }
}
