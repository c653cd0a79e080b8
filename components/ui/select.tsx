"use client";

import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { cn } from "./cn";
import { byKeyboard, later, useLater } from "./later";
import type { SelectProps } from "./select-list";

/** Its list, with what places it: most lists of a page are never opened. */
const LIST = later(() => import("./select-list"));

const OPENS = ["ArrowDown", "ArrowUp"];

/** One of a few. Until somebody comes to it, only the button that shows what is chosen. */
export function Select(props: SelectProps) {
  const { label, value, options, disabled = false, quiet = false, className } = props;
  const [wanted, want] = useState<"ready" | "open" | null>(null);
  const part = useLater(LIST, wanted !== null, {
    failed: () => want(null),
    again: () => want("open"),
    quiet: wanted === "ready",
  });
  const list = useId();
  const look = selectLook(quiet, className);
  if (part && wanted) return <part.SelectList {...props} look={look} begin={wanted} />;
  const press = (event: KeyboardEvent) => {
    if (!OPENS.includes(event.key)) return;
    event.preventDefault();
    want("open");
  };
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      aria-controls={list}
      aria-label={label}
      disabled={disabled}
      onClick={() => want("open")}
      onFocus={(event) => byKeyboard(event) && want((before) => before ?? "ready")}
      onKeyDown={press}
      className={look}
    >
      <span className="truncate">{options.find((one) => one.value === value)?.label}</span>
      <ChevronDown size={13} aria-hidden className="shrink-0 text-faint" />
    </button>
  );
}

const selectLook = (quiet: boolean, className: string | undefined) =>
  cn(
    "group inline-flex min-h-7 max-w-full items-center justify-between gap-1 rounded-md border px-1.5",
    "text-left disabled:cursor-not-allowed disabled:opacity-60 pointer-coarse:min-h-11",
    quiet ? "border-transparent hover:border-field" : "border-field bg-panel",
    className,
  );
