"use client";

import type { ComponentProps } from "react";
import {
  type FloatingProps,
  FloatingProvider,
  StillTrigger,
  useFloating,
  useFloatingPart,
} from "./floating";
import { later } from "./later";
import type { ContentProps } from "./popover-parts";

const PARTS = later(() => import("./popover-parts"));
type Parts = typeof import("./popover-parts");

/** A small window beside the button that opens it. */
export function Popover(props: FloatingProps) {
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

export function PopoverTrigger(props: ComponentProps<"button"> & { asChild?: boolean }) {
  const { part, change, ready, takeOver } = useFloatingPart<Parts>();
  return part ? (
    <part.Trigger {...props} ref={takeOver} />
  ) : (
    <StillTrigger {...props} popup="dialog" onReady={ready} onOpen={() => change(true)} />
  );
}

export function PopoverContent(props: ContentProps) {
  const { part } = useFloatingPart<Parts>();
  return part ? <part.Content {...props} /> : null;
}
