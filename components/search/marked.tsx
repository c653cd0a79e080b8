import type { Piece } from "@/lib/search/model";

/** A text with what was looked for marked. Only text: nothing of a message is taken for a page. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and no state
      <mark key={index} className="rounded-sm bg-accent-bg px-px font-medium text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
