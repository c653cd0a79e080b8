"use client";

import { KeyHint } from "@/components/desk/key-hint";
import { useAriaKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { setPalette } from "./palette-open";

/** Opens the palette, at the top of the navigation. */
export function PaletteButton() {
  const t = useT();
  const key = useAriaKey("mod+k");
  return (
    <button
      type="button"
      aria-keyshortcuts={key}
      aria-haspopup="dialog"
      onClick={() => setPalette("all")}
      className="mb-1 flex min-h-8 w-full items-center gap-2 rounded-[7px] border border-field/60 bg-panel pr-2 pl-2.5 text-left text-faint hover:border-field hover:text-soft pointer-coarse:min-h-11"
    >
      <span className="min-w-0 flex-1 truncate">{t("Search or jump to…")}</span>
      <KeyHint of="mod+k" />
    </button>
  );
}
