"use client";

import type { ReactNode } from "react";
import { TProvider } from "./context";
import { german } from "./german";

export default function GermanProvider({ children }: { children: ReactNode }) {
  return <TProvider t={german}>{children}</TProvider>;
}
