"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

/** Light or dark. Until it is pressed, the machine's own setting holds. */
export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <Tooltip text="Switch between light and dark">
      <Button
        kind="quiet"
        size="icon"
        aria-label="Switch between light and dark"
        onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
      >
        <Sun size={15} aria-hidden className="dark:hidden" />
        <Moon size={15} aria-hidden className="hidden dark:block" />
      </Button>
    </Tooltip>
  );
}
