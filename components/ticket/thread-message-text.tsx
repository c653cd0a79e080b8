"use client";

import { useMemo, useState } from "react";
import { RICH } from "@/components/composer/rich-style";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Linked } from "./linked";
import { inlineCode, type TextBlock, textBlocks } from "./thread-text";

/** Characters shown at first; a pasted log must not bury the conversation. */
const FOLD_AT = 2_400;
const FOLDED = 1_600;

type Props = { text: string; html: string | null; className?: string };

/** A message as it is read: quotes and signatures folded, code and links told apart. */
export function ThreadMessageText({ text, html, className }: Props) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  const long = text.length > FOLD_AT;
  const folded = long && !whole;
  return (
    <>
      {html === null ? (
        <Blocks text={folded ? `${text.slice(0, FOLDED)}…` : text} className={className} />
      ) : (
        <div
          dir="auto"
          className={cn(RICH, "max-w-[66ch]", folded && "max-h-96 overflow-hidden", className)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the desk when it was written and again when it was read
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
      {long ? (
        <Button kind="quiet" className="-ml-2.5 text-accent" onClick={() => setWhole(!whole)}>
          {whole
            ? t("Show less")
            : t("Show all {{n}} characters", { n: formatOf(t).number(text.length) })}
        </Button>
      ) : null}
    </>
  );
}

function Blocks({ text, className }: { text: string; className: string | undefined }) {
  const blocks = useMemo(() => textBlocks(text), [text]);
  return (
    <div className={cn("flex max-w-[66ch] flex-col items-start gap-2 text-base", className)}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

const FOLDED_WORDS = {
  quote: says({ show: "Show quoted text", hide: "Hide quoted text" }),
  signature: says({ show: "Show signature", hide: "Hide signature" }),
} as const;

function Block({ block: { kind, text } }: { block: TextBlock }) {
  if (kind === "code") {
    return (
      <pre className="max-w-full overflow-x-auto rounded-md bg-sel px-2.5 py-2 font-mono text-sm">
        <code>{text}</code>
      </pre>
    );
  }
  if (kind !== "text") return <Folded text={text} words={FOLDED_WORDS[kind]} />;
  return (
    <p dir="auto" className="max-w-full whitespace-pre-wrap wrap-anywhere">
      {inlineCode(text).map((piece, at) =>
        piece.code ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <code key={at} className="rounded-sm bg-sel px-1 font-mono text-sm">
            {piece.text}
          </code>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <Linked key={at} text={piece.text} />
        ),
      )}
    </p>
  );
}

function Folded({ text, words }: { text: string; words: { show: string; hide: string } }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="max-w-full">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="min-h-6 rounded-md bg-sel px-1.5 text-faint text-xs hover:text-ink pointer-coarse:min-h-11"
      >
        {open ? t(words.hide) : t(words.show)}
      </button>
      {open ? (
        <p
          dir="auto"
          className="mt-1 border-l-2 pl-2.5 whitespace-pre-wrap text-soft wrap-anywhere"
        >
          <Linked text={text} />
        </p>
      ) : null}
    </div>
  );
}
