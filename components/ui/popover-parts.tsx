"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const { Root, Trigger } = Radix;

export type ContentProps = ComponentProps<typeof Radix.Content>;

export function Content({ className, ...rest }: ContentProps) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={12}
        className={cn(
          "appear z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-24px)] overflow-y-auto rounded-lg border bg-panel p-3 text-ink shadow-float",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}
