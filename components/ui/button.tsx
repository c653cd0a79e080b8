import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const KIND = {
  primary: "border-accent bg-accent font-medium text-accent-ink enabled:hover:brightness-95",
  plain: "border-line bg-panel text-ink enabled:hover:border-field",
  danger: "border-held bg-panel text-held enabled:hover:bg-held-bg",
  /** On what is as dark as text. */
  inverse: "border-bg/40 bg-ink text-bg enabled:hover:border-bg",
  quiet: "border-transparent text-soft enabled:hover:bg-sel enabled:hover:text-ink",
} as const;

const SIZE = {
  md: "min-h-7.5 px-2.5 py-1 pointer-coarse:min-h-11",
  lg: "min-h-9 px-3.5 py-1.5 pointer-coarse:min-h-11",
  icon: "size-7.5 justify-center pointer-coarse:size-11",
} as const;

type Props = ComponentProps<"button"> & {
  kind?: keyof typeof KIND;
  size?: keyof typeof SIZE;
  /** Renders the child (a link, say) with the looks of a button. */
  asChild?: boolean;
  /** Says that it works, and takes no second press meanwhile. */
  busy?: boolean;
};

export function Button({
  kind = "plain",
  size = "md",
  asChild = false,
  busy = false,
  type = "button",
  disabled,
  className,
  ...rest
}: Props) {
  const Tag = asChild ? Slot.Root : "button";
  return (
    <Tag
      {...(!asChild && { type, disabled: disabled || busy })}
      aria-busy={busy || undefined}
      className={cn(
        "inline-flex shrink-0 select-none items-center gap-1.5 whitespace-nowrap rounded-[7px] border",
        "no-underline disabled:cursor-not-allowed disabled:opacity-55",
        KIND[kind],
        SIZE[size],
        className,
      )}
      {...rest}
    />
  );
}
