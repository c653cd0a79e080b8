import { cn } from "./cn";

/** Initials of a person, or of the desk itself (square). The name stands beside it. */
export function Avatar({ name, square = false }: { name: string; square?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid size-7 shrink-0 place-items-center bg-accent-bg text-2xs font-semibold text-accent",
        square ? "rounded-[7px]" : "rounded-full",
      )}
    >
      {initials(name)}
    </span>
  );
}

/** "Tomás Oliveira" → "TO"; at most two letters. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? "?")][0] ?? "")
    .join("")
    .toUpperCase();
}
