import { Switch as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** On or off, at once. The label belongs beside it. */
export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        "group relative inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-field bg-bg p-0.5",
        "data-[state=checked]:border-accent data-[state=checked]:bg-accent",
        "disabled:cursor-not-allowed disabled:opacity-60 pointer-coarse:h-7 pointer-coarse:w-12",
        "pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:-inset-y-[9px]",
        className,
      )}
      {...rest}
    >
      <Radix.Thumb className="block size-4.5 rounded-full bg-field group-data-[state=checked]:ml-auto group-data-[state=checked]:bg-accent-ink pointer-coarse:size-5.5" />
    </Radix.Root>
  );
}
