"use client";

import { useState } from "react";
import { keepText, useKept } from "./kept-text";

/** Better words for a draft, kept until they are sent. They begin as `start`. */
export function useCorrection(place: string, start: string) {
  const { text } = useKept(place);
  const [emptied, setEmptied] = useState(false);
  return {
    text: text || (emptied ? "" : start),
    write(next: string) {
      setEmptied(next === "");
      keepText(place, next);
    },
    /** Back to where they began. */
    reset() {
      setEmptied(false);
      keepText(place, "");
    },
  };
}
