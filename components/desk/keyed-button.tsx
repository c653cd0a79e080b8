"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { KeyHint } from "./key-hint";
import { type Key, useAriaKey, useKey } from "./keys";

type Props = {
  of: Key;
  kind?: "primary" | "plain" | "quiet";
  busy?: boolean;
  disabled?: boolean;
  /** Only while true its key presses it. */
  listens?: boolean;
  onPress: () => void;
  children: ReactNode;
};

/** A button that its key presses too. */
export function KeyedButton({
  of,
  kind = "plain",
  busy = false,
  disabled = false,
  listens = true,
  onPress,
  children,
}: Props) {
  const aria = useAriaKey(of);
  useKey(of, onPress, listens && !disabled && !busy);
  return (
    <Button kind={kind} busy={busy} disabled={disabled} aria-keyshortcuts={aria} onClick={onPress}>
      {children} <KeyHint of={of} />
    </Button>
  );
}
