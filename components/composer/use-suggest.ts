"use client";

import { useEffect, useRef, useState } from "react";
import { type ComposedTicket, useChoices } from "./choices";
import type { Asked, Link } from "./suggest";
import type { Words } from "./words";

/** The list under `@` or `/`: what is asked, what it offers, and the keys that it takes. */
export function useSuggest(ticket: ComposedTicket, insert: (words: Words) => void) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [place, setPlace] = useState(0);
  const choices = useChoices(ticket, asked, insert);
  const at = Math.min(place, Math.max(0, choices.length - 1));
  const latest = useRef({ asked, choices, at });
  useEffect(() => {
    latest.current = { asked, choices, at };
  });
  // Made once: the editor keeps it for as long as it lives.
  const [link] = useState<Link>(() => ({
    show: (next) => {
      setAsked(next);
      if (next?.query !== latest.current.asked?.query) setPlace(0);
    },
    isOpen: () => latest.current.asked !== null,
    press: (event) => {
      const { asked: open, choices: offered, at: chosen } = latest.current;
      if (!open) return false;
      if (offered.length === 0) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const step = event.key === "ArrowDown" ? 1 : offered.length - 1;
        setPlace((chosen + step) % offered.length);
        return true;
      }
      if (event.key !== "Enter" && event.key !== "Tab") return false;
      if (event.ctrlKey || event.metaKey) return false;
      setAsked(null);
      offered[chosen]?.take(event.shiftKey);
      return true;
    },
  }));
  return { asked, choices, at, setPlace, link };
}
