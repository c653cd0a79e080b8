import type { ComponentProps } from "react";
import { cn } from "./cn";

const TONE = {
  plain: "border-line text-soft",
  hot: "border-current text-hot",
  held: "border-current font-medium text-held",
  near: "border-current text-rev",
} as const;

/** A small word about something: priority, intent, tag. */
export function Chip({
  tone = "plain",
  className,
  ...rest
}: ComponentProps<"span"> & { tone?: keyof typeof TONE }) {
  return (
    <span
      className={cn(
        "inline-flex max-w-full items-center truncate rounded-[5px] border bg-panel px-1.5 text-2xs leading-[1.125rem]",
        TONE[tone],
        className,
      )}
      {...rest}
    />
  );
}
