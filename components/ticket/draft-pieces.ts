import type { AttemptView } from "@/lib/review/model";

export type DraftPiece = {
  key: string;
  text: string;
  /** Numbers from 1. */
  sources: number[];
  /** A claim that nothing supports. */
  unsupported: boolean;
};

/**
 * The draft cut at its sentences, with the words between them (greeting, line breaks, signature)
 * kept. Together the pieces are the draft, letter for letter.
 */
export function draftPieces(attempt: Pick<AttemptView, "draft" | "sentences">): DraftPiece[] {
  const draft = attempt.draft ?? "";
  const pieces: DraftPiece[] = [];
  let from = 0;
  for (const sentence of attempt.sentences) {
    const at = sentence.text ? draft.indexOf(sentence.text, from) : -1;
    if (at < 0) continue;
    if (at > from) pieces.push(plain(draft, from, at));
    from = at + sentence.text.length;
    const { text, sources } = sentence;
    pieces.push({ key: `s${at}`, text, sources, unsupported: sources.length === 0 });
  }
  if (from < draft.length) pieces.push(plain(draft, from, draft.length));
  return pieces;
}

const plain = (draft: string, from: number, to: number): DraftPiece => ({
  key: `p${from}`,
  text: draft.slice(from, to),
  sources: [],
  unsupported: false,
});
