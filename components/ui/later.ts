"use client";

import {
  type ComponentType,
  createElement,
  useEffect,
  useReducer,
  useRef,
  useSyncExternalStore,
} from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { toast } from "./toast";

/** Marks in the browser's own timeline when the first page stood and nothing was left to do. */
const IDLE_MARK = "deskhand-idle";
/** A page that is never idle gets the rest after so long. Milliseconds. */
const AT_LATEST_MS = 3_000;
/** For browsers that do not tell when they are idle. Milliseconds. */
const REST_MS = 200;

let idle = false;
const waiting = new Set<() => void>();

function begin(): void {
  idle = true;
  performance.mark(IDLE_MARK);
  for (const run of waiting) run();
  waiting.clear();
}

function watch(): void {
  const soon = () => {
    if (typeof requestIdleCallback !== "function") setTimeout(begin, REST_MS);
    else requestIdleCallback(begin, { timeout: AT_LATEST_MS });
  };
  if (document.readyState === "complete") soon();
  else window.addEventListener("load", soon, { once: true });
}

/** Runs once the first page stands and nothing else is to do; at once later on. @returns the way back */
export function whenIdle(run: () => void): () => void {
  if (idle) {
    run();
    return () => undefined;
  }
  if (waiting.size === 0) watch();
  waiting.add(run);
  return () => waiting.delete(run);
}

/** False until the first page stands and nothing else is to do. */
export const useIsIdle = (): boolean =>
  useSyncExternalStore(
    whenIdle,
    () => idle,
    () => false,
  );

/** Code that the first paint does without. */
export type Later<T> = {
  /** Null until it has come. */
  now: T | null;
  load: () => Promise<T>;
};

/**
 * Stands at the head of a module: what it names is fetched ahead, once nothing else is to do.
 *
 * @param fetchIt an `import()`
 */
export function later<T>(fetchIt: () => Promise<T>): Later<T> {
  let coming: Promise<T> | null = null;
  const it: Later<T> = {
    now: null,
    load() {
      coming ??= fetchIt().then(
        (part) => {
          it.now = part;
          return part;
        },
        (error: unknown) => {
          coming = null; // no connection, or another version by now: the next press tries again
          throw error;
        },
      );
      return coming;
    },
  };
  if (typeof window !== "undefined") whenIdle(() => void it.load().catch(() => undefined));
  return it;
}

type OnFailure = {
  /** It is as if nobody had asked: the next press asks anew. */
  failed: () => void;
  /** Somebody presses "Try again". */
  again: () => void;
  /** Nobody has pressed anything yet: no word about it. */
  quiet?: boolean;
};

/**
 * The code when it is wanted and has come; else null, and it is on its way. Where it can't be had,
 * a message says so, with a way to try again.
 */
export function useLater<Part>(
  it: Later<Part>,
  wanted: boolean,
  onFailure?: OnFailure,
): Part | null {
  const t = useT();
  const [asked, askAgain] = useReducer((count: number) => count + 1, 0);
  const latest = useRef({ t, onFailure });
  useEffect(() => {
    latest.current = { t, onFailure };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, it is fetched again
  useEffect(() => {
    if (!wanted || it.now) return;
    let gone = false;
    const failed = () => {
      if (gone) return;
      const { onFailure, t } = latest.current;
      onFailure?.failed();
      if (onFailure?.quiet) return;
      tellFailed(t, () => {
        latest.current.onFailure?.again();
        askAgain();
      });
    };
    it.load().then(() => !gone && askAgain(), failed);
    return () => {
      gone = true;
    };
  }, [it, wanted, asked]);
  return wanted ? it.now : null;
}

/** Once, however many parts of the page are lacking. */
function tellFailed(t: T, again: () => void): void {
  toast.error(t("This part of the page could not be fetched"), {
    id: "later",
    description: t("Is the connection up? What you have written is kept."),
    action: { label: t("Try again"), onClick: again },
  });
}

/** Whoever came by a pointer is about to press: what they press must stay until they have. */
export const byKeyboard = ({ currentTarget }: { currentTarget: Element }): boolean =>
  currentTarget.matches(":focus-visible");

/** What had the focus has gone, and nobody has moved on meanwhile. */
export const focusWasLost = (): boolean => document.activeElement === document.body;

/** A component that is shown once its code has come. For what a press brings, never for a first paint. */
export function laterPart<P extends object>(
  fetchIt: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const it = later(fetchIt);
  return function LaterPart(props: P) {
    const Part = useLater(it, true);
    return Part ? createElement(Part, props) : null;
  };
}
