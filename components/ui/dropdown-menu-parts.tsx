"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const ITEM =
  "flex min-h-7.5 items-center gap-2 rounded-md px-2 outline-none pointer-coarse:min-h-11 " +
  "data-highlighted:bg-sel data-disabled:opacity-50";

export const { Root, Trigger } = Radix;

export type ContentProps = ComponentProps<typeof Radix.Content>;
export type ItemProps = ComponentProps<typeof Radix.Item>;
export type CheckProps = ComponentProps<typeof Radix.CheckboxItem>;

export function Content({ className, ...rest }: ContentProps) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          "appear z-50 min-w-52 rounded-lg border bg-panel p-1 text-ink shadow-float",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}

export function Item({ className, ...rest }: ItemProps) {
  return <Radix.Item className={cn(ITEM, className)} {...rest} />;
}

export function CheckItem({ children, className, ...rest }: CheckProps) {
  return (
    <Radix.CheckboxItem className={cn(ITEM, "justify-between", className)} {...rest}>
      {children}
      <Radix.ItemIndicator>
        <Check size={14} aria-hidden />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

export function Line() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
