"use client";

import { useEffect, useState } from "react";

/** Days after which text that nobody sent is forgotten. */
const KEEP_DAYS = 14;
const PREFIX = "deskhand.text.";

type Kept = { text: string; at: number };

/**
 * Text that survives errors, reloads and signing out, on this browser. One place per `name`;
 * clear it by setting the empty text.
 */
export function useKeptText(name: string): [string, (text: string) => void] {
  const key = PREFIX + name;
  const [text, setText] = useState("");
  // After the first paint: the server can't know it.
  useEffect(() => setText(read(key)), [key]);
  return [
    text,
    (next) => {
      setText(next);
      write(key, next);
    },
  ];
}

function read(key: string): string {
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
