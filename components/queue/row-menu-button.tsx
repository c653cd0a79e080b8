"use client";

import { MoreHorizontal } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";

const FINGERS = "(any-pointer: coarse)";

function subscribe(listener: () => void): () => void {
  const media = matchMedia(FINGERS);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** False on the server, and where nobody touches the screen. */
const useFingers = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(FINGERS).matches,
    () => false,
  );

type Props = { number: number; onPress: () => void };

/** What swipes do, and more, for whoever presses or is read to. Keys do it where there is a keyboard. */
export function RowMenuButton({ number, onPress }: Props) {
  const t = useT();
  if (!useFingers()) return null;
  return (
    <Button
      kind="quiet"
      size="icon"
      aria-haspopup="dialog"
      aria-label={t("Actions for #{{number}}", { number })}
      onClick={onPress}
      className="absolute top-1/2 right-0 size-11 -translate-y-1/2"
    >
      <MoreHorizontal size={18} aria-hidden />
    </Button>
  );
}
