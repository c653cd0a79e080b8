"use client";

import { Fragment, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { linkify } from "./linkify";

/** Characters shown at first; a pasted log must not bury the conversation. */
const FOLD_AT = 2_400;
const FOLDED = 1_600;

/** Somebody else's text, as plain text. Web addresses open only when pressed, without a referrer. */
export function MessageText({ text, className }: { text: string; className?: string }) {
  const [whole, setWhole] = useState(false);
  const folded = !whole && text.length > FOLD_AT;
  const pieces = useMemo(
    () => linkify(folded ? `${text.slice(0, FOLDED)}…` : text),
    [text, folded],
  );
  return (
    <>
      <p
        dir="auto"
        className={cn("max-w-[66ch] whitespace-pre-wrap wrap-anywhere text-base", className)}
      >
        {pieces.map((piece, index) =>
          piece.url ? (
            <a
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
              key={index}
              href={piece.url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-accent underline underline-offset-2"
            >
              {piece.text}
            </a>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
            <Fragment key={index}>{piece.text}</Fragment>
          ),
        )}
      </p>
      {text.length > FOLD_AT ? (
        <Button kind="quiet" className="-ml-2.5 text-accent" onClick={() => setWhole(!whole)}>
          {whole ? "Show less" : `Show all ${text.length.toLocaleString("en")} characters`}
        </Button>
      ) : null}
    </>
  );
}
