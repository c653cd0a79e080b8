import Link from "next/link";

/** Text in which ticket numbers (`#1042`) lead to their tickets. */
export function LinkedNumbers({ text }: { text: string }) {
  return text.split(/(#\d{1,9})/).map((piece, at) =>
    /^#\d/.test(piece) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes in part
      <Link key={at} href={`/queue/open/${piece.slice(1)}`} prefetch={false}>
        {piece}
      </Link>
    ) : (
      piece
    ),
  );
}
