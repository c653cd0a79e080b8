import { createHash } from "node:crypto";
import { cut, type Decided } from "./decide";

/** 2^48: more would not fit a double exactly. */
const RANGE = 281_474_976_710_656;

/**
 * A number in 0..1 that an attempt always draws: evenly spread, the same whenever it is asked, and
 * bound to nothing that the draft says, so that the sample is an even one.
 */
export function drawOf(attemptId: string): number {
  const digest = createHash("sha256").update(`review.sampling:${attemptId}`).digest();
  return digest.readUIntBE(0, 6) / RANGE;
}

/**
 * Chooses confident replies that people look at although they are sent: what they say of these
 * stands for all confident ones, each counted 1 / rate.
 *
 * @param rate share of them to choose, 0..1
 */
export function sampled(
  decided: Decided,
  attemptId: string,
  rate: number,
): Decided & { sampleRate: number | null } {
  if (decided.decision !== "sent" || !(drawOf(attemptId) < rate)) {
    return { ...decided, sampleRate: null };
  }
  return {
    ...decided,
    reviewState: "flagged",
    sampleRate: rate,
    because: `${decided.because} It is one of the ${cut(rate)} of such replies that people check.`,
  };
}
