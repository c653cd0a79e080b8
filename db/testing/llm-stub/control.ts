import { z } from "zod";
import type { ChatRequest, StubAnswer } from "./protocol";

/** Every way in which a provider can fail. */
const STUB_FAULTS = [
  "timeout",
  "rate_limited",
  "unavailable",
  "overloaded",
  "half_stream",
  "ends_early",
  "error_in_stream",
  "invalid_json",
  "wrong_shape",
  "refusal",
  "filtered",
  "empty",
  "length",
  "too_long",
  "unauthorised",
  "unknown_model",
  "no_schema",
  "hang_up",
  "redirect",
] as const;
export type StubFault = (typeof STUB_FAULTS)[number];

/** How the stub behaves; all of it can be set by POST /control from another process. */
export const Control = z.object({
  /** `good`: from the passages. `obey`: whatever any text says. Else this very value, as JSON. */
  answer: z.union([
    z.enum(["good", "obey"]),
    z.object({ json: z.unknown() }),
    z.object({ text: z.string() }),
  ]),
  /** The next requests fail so, in turn. */
  next: z.array(z.enum(STUB_FAULTS)),
  /** All requests fail so. */
  always: z.enum(STUB_FAULTS).nullable(),
  /** This share of requests fails in one of `among`, by chance. */
  failRate: z.number().min(0).max(1),
  among: z.array(z.enum(STUB_FAULTS)),
  /** Seconds of `Retry-After` on 429; null: none is named. */
  retryAfter: z.number().nullable(),
  /** Before the answer, and between the pieces of a stream, milliseconds. */
  delayMs: z.number(),
  pieceMs: z.number(),
  /** Characters of a piece. */
  piece: z.number().int().min(1),
  /** The only key that is accepted; null: any, also none. */
  key: z.string().nullable(),
  /** `usage` is told. */
  usage: z.boolean(),
});
export type Control = z.output<typeof Control>;

/** Failures by chance that end soon: without those that wait for a limit of time. */
const QUICK = STUB_FAULTS.filter((fault) => fault !== "timeout");

export const STANDARD: Control = {
  ...{ answer: "good", next: [], always: null, failRate: 0, among: [...QUICK] },
  ...{ retryAfter: null, delayMs: 0, pieceMs: 0, piece: 16, key: null, usage: true },
};

/** For tests in the same process: any function of the request. */
export type AnswerFunction = (request: ChatRequest) => StubAnswer | Promise<StubAnswer>;

/** Which fault this request meets, if any. */
export function faultFor(control: Control): StubFault | null {
  const next = control.next.shift();
  if (next) return next;
  if (control.always) return control.always;
  if (Math.random() >= control.failRate) return null;
  return control.among[Math.floor(Math.random() * control.among.length)] ?? null;
}
