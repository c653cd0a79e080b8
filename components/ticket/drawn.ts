"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { expectKeys } from "@/components/desk/keys";

/**
 * False until the frame of what is around it has been drawn; true at once unless `after`. A key that
 * is pressed meanwhile waits for what comes.
 */
export function useDrawnNext(after: boolean): boolean {
  const [drawn, setDrawn] = useState(!after);
  const expected = useRef<ReturnType<typeof expectKeys>>(undefined);
  useEffect(() => {
    if (drawn) {
      // What was waited for has begun to listen: effects run from the inside out.
      expected.current?.(true);
      expected.current = undefined;
      return;
    }
    expected.current = expectKeys();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame's own call comes before it is drawn; what is set there would hold it up.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setDrawn(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [drawn]);
  useEffect(
    () => () => {
      expected.current?.(false);
      expected.current = undefined;
    },
    [],
  );
  return drawn;
}

/** The first frame shows the conversation, the second what is below it; this begins after both. */
const FRAMES_BEFORE = 3;

/** The same, when that has been drawn and nothing more pressing is to be. No keys wait for it. */
export function useDrawnLast(after: boolean): boolean {
  const [drawn, setDrawn] = useState(!after);
  useEffect(() => {
    if (drawn) return;
    let frame = 0;
    const wait = (frames: number) => {
      if (frames === 0) startTransition(() => setDrawn(true));
      else frame = requestAnimationFrame(() => wait(frames - 1));
    };
    wait(FRAMES_BEFORE);
    return () => cancelAnimationFrame(frame);
  }, [drawn]);
  return drawn;
}

/** Of the last one that stood there, whichever ticket it was. Pixels. */
let last = 0;

/** How high the same place was on the ticket before, to keep it free: what is above does not jump. */
export function useLastHeight() {
  const box = useRef<HTMLDivElement>(null);
  const [height] = useState(last);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      last = entry?.borderBoxSize[0]?.blockSize ?? last;
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, height };
}
