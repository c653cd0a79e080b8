import type { AttemptView } from "@/lib/review/model";
import { unsupportedWords } from "./attempt-words";

/** Why the desk was as sure as it was: its parts, what it left out, and what decided. */
export function WhyScore({ attempt, id }: { attempt: AttemptView; id: string }) {
  const unsupported = unsupportedWords(attempt);
  return (
    <section id={id} aria-label="Why this score" className="border-t px-3 py-2.5 text-soft">
      <p className="text-ink">{attempt.decisionReason}</p>
      {unsupported ? <p className="mt-1 text-held">{unsupported}</p> : null}
      {attempt.parts.length > 0 ? (
        <ul className="mt-2 grid list-disc grid-cols-1 gap-x-6 gap-y-1 pl-4 sm:grid-cols-2">
          {attempt.parts.map((part) => (
            <li key={part.name}>{part.words}</li>
          ))}
        </ul>
      ) : null}
      {attempt.leftOut.length > 0 ? (
        <p className="mt-2">Left out, because already tried: {attempt.leftOut.join("; ")}.</p>
      ) : null}
      <p className="mt-2 text-faint text-xs">Drafted by {attempt.model}.</p>
    </section>
  );
}
