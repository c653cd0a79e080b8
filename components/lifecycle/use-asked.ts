import { useRef, useState } from "react";

/** The window that an item of a menu has asked for last. It stays as it closes: it gives the focus back. */
export function useAsked<W extends string>() {
  const trigger = useRef<HTMLButtonElement>(null);
  const [window, setWindow] = useState<W | null>(null);
  const [open, setOpen] = useState(false);
  return {
    /** For the button of the menu: the menu that opened the window is gone when it closes. */
    trigger,
    window,
    open,
    ask(which: W) {
      setWindow(which);
      setOpen(true);
    },
    onOpenChange(next: boolean) {
      setOpen(next);
      if (!next) setTimeout(() => trigger.current?.focus());
    },
  };
}
