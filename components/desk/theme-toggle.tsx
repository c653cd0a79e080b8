"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";

/** Light or dark. Until it is pressed, the machine's own setting holds. */
export function ThemeToggle() {
  const t = useT();
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <Button
      kind="quiet"
      size="icon"
      aria-label={t("Switch between light and dark")}
      title={t("Switch between light and dark")}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <Sun size={15} aria-hidden className="dark:hidden" />
      <Moon size={15} aria-hidden className="hidden dark:block" />
    </Button>
  );
}
