"use client";

import { useEffect, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { KeyHint } from "./key-hint";
import { ariaKey, useKey } from "./keys";
import { messageOf } from "./request";
import { type UndoOffer, useUndoOffer, withdrawUndo } from "./undo";

const TICK_MS = 250;

/**
 * The last thing that can be taken back, with its countdown. It stands above the conversation:
 * at the foot it would cover the buttons that send.
 */
export function UndoBar() {
  const offer = useUndoOffer();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 top-13 z-50 flex justify-center"
    >
      {offer ? <Offer key={offer.key} offer={offer} /> : null}
    </div>
  );
}

function Offer({ offer }: { offer: UndoOffer }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const seconds = useCountdown(offer, busy);
  const undo = () => {
    if (busy) return;
    setBusy(true);
    offer
      .run()
      .catch((error: unknown) => toast.error(messageOf(error, t)))
      .finally(() => withdrawUndo(offer.key));
  };
  useKey("mod+z", undo);
  useKey("z", undo);
  return (
    <div className="appear pointer-events-auto flex max-w-full items-center gap-3 rounded-[10px] border bg-ink py-1.5 pr-1.5 pl-3.5 text-bg shadow-float">
      <span className="min-w-0 truncate">
        {offer.text}
        {/* Read out once, not every second. */}
        {offer.after ? (
          <span aria-hidden>
            {" "}
            · {t("{{what}} in {{n}} s", { what: t(offer.after), n: seconds })}
          </span>
        ) : null}
      </span>
      <Button kind="inverse" busy={busy} aria-keyshortcuts={ariaKey("mod+z")} onClick={undo}>
        {t("Undo")} <KeyHint of="mod+z" />
      </Button>
    </div>
  );
}

/** Whole seconds that are left; the offer goes when there are none. */
function useCountdown({ key, until }: UndoOffer, held: boolean): number {
  const [left, setLeft] = useState(() => until - Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const now = until - Date.now();
      setLeft(now);
      if (now <= 0 && !held) withdrawUndo(key);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [key, until, held]);
  return Math.max(0, Math.ceil(left / 1000));
}
