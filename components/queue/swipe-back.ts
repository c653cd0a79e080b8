"use client";

import { type TouchEvent, useRef } from "react";

/** A swipe that goes back: from the left edge, and clearly more sideways than down. Pixels. */
const EDGE = 32;
const FAR = 72;

/** A finger that comes from the left edge goes back, as the button does. */
export function useSwipeBack(back: () => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart(event: TouchEvent) {
      const touch = event.touches[0];
      const begins = touch && event.touches.length === 1 && touch.clientX < EDGE;
      from.current = begins ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd(event: TouchEvent) {
      const touch = event.changedTouches[0];
      const start = from.current;
      from.current = null;
      if (!touch || !start) return;
      const wide = touch.clientX - start.x;
      if (wide > FAR && wide > 2 * Math.abs(touch.clientY - start.y)) back();
    },
  };
}
