"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { showToasts } from "./toast";

/** The list itself. What is told before it stands waits for it. */
export function ToastList() {
  const { resolvedTheme } = useTheme();
  useEffect(() => showToasts(({ kind, text, more }) => void toast[kind](text, more)), []);
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      toastOptions={{
        // The default is black, on black in the dark theme.
        actionButtonStyle: { background: "var(--ink)", color: "var(--bg)" },
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
