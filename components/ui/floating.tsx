"use client";

import { Slot } from "radix-ui";
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { byKeyboard, focusWasLost, type Later, useLater } from "./later";

export type FloatingProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

type Floating<T> = {
  /** Null: it has never been opened, or its code is on the way. */
  part: T | null;
  open: boolean;
  change: (open: boolean) => void;
  /** Somebody has come to its button by keyboard. */
  ready: () => void;
  /** For the button that comes in the place of the one that had the focus. */
  takeOver: (button: HTMLElement | null) => void;
};

const FloatingContext = createContext<Floating<unknown> | null>(null);

/** What a menu or a popover is until it is first opened: a button that opens it, and no more. */
export function useFloating<T>(it: Later<T>, { open, onOpenChange }: FloatingProps): Floating<T> {
  const [own, setOwn] = useState(false);
  const [wanted, want] = useState(false);
  const shown = open ?? own;
  if (shown && !wanted) want(true);
  const show = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const part = useLater(it, wanted || shown, {
    failed() {
      want(false);
      show(false);
    },
    again: () => show(true),
    quiet: !shown,
  });
  const focused = useRef(false);
  return useMemo(
    () => ({
      part,
      open: shown,
      change(next) {
        setOwn(next);
        onOpenChange?.(next);
      },
      ready() {
        focused.current = true;
        want(true);
      },
      takeOver(button) {
        if (!button || !focused.current) return;
        focused.current = false;
        if (focusWasLost()) button.focus();
      },
    }),
    [part, shown, onOpenChange],
  );
}

export const FloatingProvider = FloatingContext;

/** What stands around a part of it. */
export function useFloatingPart<T>(): Floating<T> {
  const floating = useContext(FloatingContext);
  if (!floating) throw new Error("A part of a menu or popover stands outside of it.");
  return floating as Floating<T>; // each kind has a root of its own, which gives its own code
}

type TriggerProps = ComponentProps<"button"> & {
  asChild?: boolean;
  /** What opens, for screen readers. */
  popup: "menu" | "dialog";
  onOpen: () => void;
  onReady: () => void;
};

/** The button before its code has come. */
export function StillTrigger(props: TriggerProps) {
  const { asChild = false, popup, onOpen, onReady, onClick, ...rest } = props;
  const Tag = asChild ? Slot.Root : "button";
  const press = (event: KeyboardEvent) => {
    if (popup !== "menu" || event.key !== "ArrowDown") return;
    event.preventDefault();
    onOpen();
  };
  return (
    <Tag
      type="button"
      aria-haspopup={popup}
      aria-expanded={false}
      onKeyDown={press}
      onFocus={(event) => byKeyboard(event) && onReady()}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) onOpen();
      }}
      {...rest}
    />
  );
}
