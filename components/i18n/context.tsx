"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { T } from "./catalogue";
import { english } from "./english";

/** English where nobody said otherwise. */
const I18nContext = createContext<T>(english);

export function TProvider({ t, children }: { t: T; children: ReactNode }) {
  return <I18nContext value={t}>{children}</I18nContext>;
}

/** The words in the reader's language. */
export function useT(): T {
  return useContext(I18nContext);
}
