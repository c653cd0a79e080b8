"use client";

import { lazy, type ReactNode } from "react";
import type { Locale } from "@/lib/person/model";

/** A file of its own: the German words go only to browsers that show them. */
const GermanProvider = lazy(() => import("./german-provider"));

export function I18nProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return locale === "de" ? <GermanProvider>{children}</GermanProvider> : children;
}
