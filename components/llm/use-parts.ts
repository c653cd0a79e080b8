"use client";

import { useEffect, useReducer, useRef } from "react";
import type { z } from "zod";
import { RequestError } from "@/components/desk/request";
import { readParts } from "./parts";

type Part = { kind: string };

const BROKE_OFF = "The answer broke off.";

/** An answer as it grows, on this screen only. */
type Growing<P extends Part> = {
  state: "idle" | "running" | "ended" | "stopped" | "failed";
  /** The newest part; what was there stays when it breaks off. */
  part: P | null;
  /** Why it failed, for people. */
  error: string | null;
};

type Step<P extends Part> =
  | { kind: "begin" | "end" | "stop" | "reset" }
  | { kind: "part"; part: P }
  | { kind: "fail"; error: string };

function grow<P extends Part>(now: Growing<P>, step: Step<P>): Growing<P> {
  switch (step.kind) {
    case "begin":
      return { state: "running", part: null, error: null };
    case "part":
      return { ...now, part: step.part };
    case "end":
      return { ...now, state: "ended" };
    case "stop":
      return now.state === "running" ? { ...now, state: "stopped" } : now;
    case "fail":
      return { ...now, state: "failed", error: step.error };
    case "reset":
      return { state: "idle", part: null, error: null };
  }
}

/** The last word of an answer; without it the line has broken. */
const isLast = (part: Part | null): boolean => part?.kind === "done" || part?.kind === "fault";

type Options<P> = {
  /** Each part, as it comes. */
  onPart?: (part: P) => void;
  /** It is over, however: with the last part that came. */
  onEnd?: (part: P | null) => void;
};

/** Asks for an answer in parts. Leaving the screen, asking anew and `stop` end the request. */
export function useParts<S extends z.ZodType<Part>>(
  url: string,
  schema: S,
  options: Options<z.output<S>> = {},
) {
  type P = z.output<S>;
  const [now, take] = useReducer(grow<P>, { state: "idle", part: null, error: null });
  const running = useRef<AbortController | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => () => running.current?.abort(), []);
  const run = async (body: object) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    take({ kind: "begin" });
    let last: P | null = null;
    try {
      for await (const part of readParts(url, body, schema, mine.signal)) {
        if (mine.signal.aborted) return;
        last = part;
        take({ kind: "part", part });
        latest.current.onPart?.(part);
      }
      if (!isLast(last)) throw new RequestError("offline", BROKE_OFF);
      take({ kind: "end" });
    } catch (error) {
      if (mine.signal.aborted) return;
      // A line that ends in the middle is no fault of whoever asked.
      take({ kind: "fail", error: error instanceof RequestError ? error.message : BROKE_OFF });
    }
    latest.current.onEnd?.(last);
  };
  const stop = () => {
    running.current?.abort();
    take({ kind: "stop" });
  };
  const reset = () => {
    running.current?.abort();
    take({ kind: "reset" });
  };
  return { ...now, run: (body: object) => void run(body), stop, reset };
}
