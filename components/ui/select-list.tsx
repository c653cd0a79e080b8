"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { focusWasLost } from "./later";

type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = {
  /** Name for screen readers; the visible label may stand elsewhere. */
  label: string;
  value: string;
  options: readonly SelectOption[];
  onValueChange: (value: string) => void;
  disabled?: boolean;
  /** Without a border until hovered: for panels. */
  quiet?: boolean;
  className?: string;
};

/** Letters on a closed list would choose at once, unseen; they belong to the page's keys. */
function keepClosed(event: KeyboardEvent) {
  if (event.key.length === 1 && event.key !== " ") event.preventDefault();
}

type Props = Omit<SelectProps, "className"> & {
  /** Classes of the button. */
  look: string;
  /** It comes open; or closed, with the focus of the button in whose place it comes. */
  begin: "open" | "ready";
};

/** The button with its list. */
export function SelectList(props: Props) {
  const { label, value, options, onValueChange, disabled = false, look, begin } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [takeFocus] = useState(begin === "ready");
  useLayoutEffect(() => {
    if (takeFocus && focusWasLost()) trigger.current?.focus();
  }, [takeFocus]);
  return (
    <Radix.Root
      value={value}
      onValueChange={onValueChange}
      disabled={disabled}
      defaultOpen={begin === "open"}
    >
      <Radix.Trigger ref={trigger} aria-label={label} onKeyDown={keepClosed} className={look}>
        <span className="truncate">
          <Radix.Value />
        </span>
        <Radix.Icon className="shrink-0 text-faint">
          <ChevronDown size={13} aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="appear z-50 max-h-[min(22rem,var(--radix-select-content-available-height))] min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border bg-panel text-ink shadow-float"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className="flex min-h-7.5 items-center justify-between gap-3 rounded-md px-2 outline-none data-disabled:opacity-50 data-highlighted:bg-sel pointer-coarse:min-h-11"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator>
                  <Check size={14} aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
