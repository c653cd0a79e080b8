export type Way = "left" | "right";

/** Fingers that come from so near to the side of the screen go back a page: that is the browser's. Pixels. */
const EDGE = 24;
/** A finger that has moved less has not said where it goes. Pixels. */
const SLOP = 10;
/** So much of the row's width, and at most so many pixels, is far enough. */
const FAR_SHARE = 0.3;
const FAR = 120;
/** A quick flick needs less. Pixels per millisecond, and pixels. */
const QUICK = 0.5;
const FLICK = 48;
/** What nothing would be done for gives way only a little. */
const STIFF = 0.15;

export const mayBegin = (x: number, screen: number): boolean => x >= EDGE && x <= screen - EDGE;

/** Whether a finger that has moved so far swipes; null while it may still do either. */
export function isSideways(dx: number, dy: number): boolean | null {
  if (Math.hypot(dx, dy) < SLOP) return null;
  return Math.abs(dx) > 1.5 * Math.abs(dy);
}

export const wayOf = (dx: number): Way => (dx < 0 ? "left" : "right");

/** Letting go here does it. `ms`: since the finger came down. */
export function isFar(dx: number, ms: number, width: number): boolean {
  const by = Math.abs(dx);
  return by >= Math.min(FAR, width * FAR_SHARE) || (by >= FLICK && by / Math.max(ms, 1) >= QUICK);
}

/** How far the row goes with the finger. */
export const carried = (dx: number, allowed: boolean): number => (allowed ? dx : dx * STIFF);
