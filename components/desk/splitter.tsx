"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { cn } from "@/components/ui/cn";

type Props = {
  label: string;
  /** Pixels. */
  value: number;
  limits: readonly [number, number];
  /** Which way the pane grows: to the right for one at the left. */
  grows: "right" | "left";
  onChange: (value: number) => void;
  className?: string;
};

const STEP = 16;

/** The line between two panes: dragged, or moved by arrow keys. */
export function Splitter({ label, value, limits, grows, onChange, className }: Props) {
  const [from, setFrom] = useState<{ x: number; value: number } | null>(null);
  const [least, most] = limits;
  const sign = grows === "right" ? 1 : -1;
  const set = (next: number) => onChange(Math.round(Math.min(most, Math.max(least, next))));
  const start = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ x: event.clientX, value });
  };
  const move = (event: PointerEvent) => {
    if (from) set(from.value + sign * (event.clientX - from.x));
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
    const to = { Home: least, End: most }[event.key];
    if (by === undefined && to === undefined) return;
    event.preventDefault();
    set(to ?? value + sign * (by ?? 0));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that moves is no <hr>
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
      onKeyDown={press}
      className={cn(
        "absolute inset-y-0 z-20 w-2 cursor-col-resize touch-none select-none after:absolute after:inset-y-0 after:left-1/2 after:w-px hover:after:bg-accent focus-visible:after:bg-accent",
        from && "after:bg-accent",
        className,
      )}
    />
  );
}
