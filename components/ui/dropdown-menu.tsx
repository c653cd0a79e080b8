"use client";

import type { ComponentProps } from "react";
import type { CheckProps, ContentProps, ItemProps } from "./dropdown-menu-parts";
import {
  type FloatingProps,
  FloatingProvider,
  StillTrigger,
  useFloating,
  useFloatingPart,
} from "./floating";
import { later } from "./later";

const PARTS = later(() => import("./dropdown-menu-parts"));
type Parts = typeof import("./dropdown-menu-parts");

/** A menu behind the button that opens it. */
export function DropdownMenu(props: FloatingProps) {
  const floating = useFloating(PARTS, props);
  const { part, open, change } = floating;
  return (
    <FloatingProvider value={floating}>
      {part ? (
        <part.Root open={open} onOpenChange={change}>
          {props.children}
        </part.Root>
      ) : (
        props.children
      )}
    </FloatingProvider>
  );
}

export function DropdownMenuTrigger(props: ComponentProps<"button"> & { asChild?: boolean }) {
  const { part, change, ready, takeOver } = useFloatingPart<Parts>();
  return part ? (
    <part.Trigger {...props} ref={takeOver} />
  ) : (
    <StillTrigger {...props} popup="menu" onReady={ready} onOpen={() => change(true)} />
  );
}

export function DropdownMenuContent(props: ContentProps) {
  const { part } = useFloatingPart<Parts>();
  return part ? <part.Content {...props} /> : null;
}

export function DropdownMenuItem(props: ItemProps) {
  const { part } = useFloatingPart<Parts>();
  return part ? <part.Item {...props} /> : null;
}

export function DropdownMenuCheck(props: CheckProps) {
  const { part } = useFloatingPart<Parts>();
  return part ? <part.CheckItem {...props} /> : null;
}

export function DropdownMenuSeparator() {
  const { part } = useFloatingPart<Parts>();
  return part ? <part.Line /> : null;
}
