import { cn } from "./cn";

/** The shape of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("breathe block h-3 rounded bg-line", className)} />;
}

const LINES = ["a", "b", "c", "d", "e"];

/** The shape of a list of lines. */
export function ListSkeleton() {
  return (
    <div aria-hidden className="rounded-xl border bg-panel px-4">
      {LINES.map((line) => (
        <div key={line} className="flex min-h-11 items-center gap-3 border-t first:border-t-0">
          <Skeleton className="w-2/5" />
          <Skeleton className="ml-auto w-1/5" />
        </div>
      ))}
    </div>
  );
}
