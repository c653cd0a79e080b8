"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Short news in the corner of the screen, read out politely. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        style: {
          background: "var(--panel)",
          color: "var(--ink)",
          border: "1px solid var(--line)",
          fontFamily: "inherit",
          fontSize: "0.8125rem",
        },
      }}
    />
  );
}
