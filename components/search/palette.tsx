"use client";

import { useKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { Dialog } from "@/components/ui/dialog";
import { later, useLater } from "@/components/ui/later";
import { setPalette, usePaletteMode } from "./palette-open";

const BOX = later(() => import("./palette-box"));

/** One box for everything: tickets by number and by words, customers, and what can be done here. */
export function Palette() {
  const t = useT();
  const mode = usePaletteMode();
  const box = useLater(BOX, mode !== null, {
    failed: () => setPalette(null),
    again: () => setPalette("all"),
  });
  useKey("mod+k", () => setPalette("all"));
  useKey("/", () => setPalette("search"));
  return (
    <Dialog
      open={box !== null}
      onOpenChange={(open) => setPalette(open ? "all" : null)}
      title={mode === "search" ? t("Search") : t("Search or run a command")}
      titleHidden
    >
      {box ? <box.PaletteBox commands={mode === "all"} /> : null}
    </Dialog>
  );
}
