import { wordDiff } from "./word-diff";

/** What would go is struck through, what would come is marked. */
export function DiffWords({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).map((piece, at) => {
    if (piece.kind === "same") return piece.text;
    const Tag = piece.kind === "gone" ? "del" : "ins";
    return (
      <Tag
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
        key={at}
        className={piece.kind === "gone" ? "text-held" : "bg-auto-bg text-auto"}
      >
        {piece.text}
      </Tag>
    );
  });
}
