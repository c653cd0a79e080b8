import type { ComponentProps } from "react";
import { cn } from "./cn";

/** As wide as its place, unless it is told otherwise: hence the selector that any other beats. */
export const FIELD =
  "[:where(&)]:w-full rounded-[7px] border border-field bg-panel text-ink outline-offset-0 " +
  "pointer-coarse:text-base aria-invalid:border-held disabled:cursor-not-allowed disabled:opacity-60";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      className={cn(FIELD, "min-h-8 px-2.5 py-1 pointer-coarse:min-h-11", className)}
      {...rest}
    />
  );
}
