import { Fragment, useMemo } from "react";
import { linkify } from "./linkify";

/** Plain text whose web addresses open, elsewhere and without a referrer, when they are pressed. */
export function Linked({ text }: { text: string }) {
  const pieces = useMemo(() => linkify(text), [text]);
  return pieces.map((piece, index) =>
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
  );
}
