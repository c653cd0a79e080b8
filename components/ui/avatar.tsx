import { cn } from "./cn";

type Props = { name: string; square?: boolean; small?: boolean };

/** Initials of a person, or of the desk itself (square). The name stands beside it. */
export function Avatar({ name, square = false, small = false }: Props) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid shrink-0 place-items-center bg-accent-bg font-semibold text-accent",
        small ? "size-4.5 text-[0.5rem] ring-1 ring-panel" : "size-7 text-2xs",
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
