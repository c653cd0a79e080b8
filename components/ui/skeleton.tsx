import { cn } from "./cn";

/** The shape of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("breathe block h-3 rounded bg-line", className)} />;
}
