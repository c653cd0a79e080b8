import { templatePieces } from "./answer-words";

/** An answer as it is kept; what is filled in for each customer is marked. */
export function TemplateText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-line wrap-anywhere" dir="auto">
      {templatePieces(text).map(({ text: piece, placeholder }, at) =>
        placeholder ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes in part
          <mark key={at} className="rounded bg-sel px-0.5 text-accent">
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
