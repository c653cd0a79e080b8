"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Linked } from "./linked";

/** Characters shown at first; a pasted log must not bury the conversation. */
const FOLD_AT = 2_400;
const FOLDED = 1_600;

/** Somebody else's text, as plain text. Web addresses open only when pressed, without a referrer. */
export function MessageText({ text, className }: { text: string; className?: string }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  const folded = !whole && text.length > FOLD_AT;
  return (
    <>
      <p
        dir="auto"
        className={cn("max-w-[66ch] whitespace-pre-wrap wrap-anywhere text-base", className)}
      >
        <Linked text={folded ? `${text.slice(0, FOLDED)}…` : text} />
      </p>
      {text.length > FOLD_AT ? (
        <Button kind="quiet" className="-ml-2.5 text-accent" onClick={() => setWhole(!whole)}>
          {whole
            ? t("Show less")
            : t("Show all {{n}} characters", { n: formatOf(t).number(text.length) })}
        </Button>
      ) : null}
    </>
  );
}
