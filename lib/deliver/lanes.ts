/** Calls at once to one place, of this process. */
const AT_ONCE = { webhook: 1, smtp: 2 } as const;
/** Failures in a row after which a place is troubled. */
const TROUBLED_AFTER = 3;
/** So long a failure counts, milliseconds. */
const FORGET_MS = 600_000;
/** How long those wait that found no room: behind a busy place, and behind a troubled one. */
const PAUSE_MS = { busy: 1_000, troubled: 15_000 } as const;

type Lane = { busy: number; failures: number; failedAt: number };

const lanes = new Map<string, Lane>();

export type Entered =
  | { kind: "entered"; leave: (worked: boolean) => void }
  /** No room; milliseconds until it is worth asking again. */
  | { kind: "full"; pauseMs: number };

/**
 * Room for one call to a place. A place that hangs holds few workers of this process and not all;
 * places that have failed again and again share one. Nothing is stored: a new process asks anew.
 */
export function enterLane(kind: keyof typeof AT_ONCE, place: string, now: number): Entered {
  const key = `${kind} ${place}`;
  forget(now);
  const lane = lanes.get(key) ?? { busy: 0, failures: 0, failedAt: 0 };
  const troubled = isTroubled(lane);
  if (troubled && [...lanes.values()].some((one) => one.busy > 0 && isTroubled(one))) {
    return { kind: "full", pauseMs: PAUSE_MS.troubled };
  }
  if (lane.busy >= AT_ONCE[kind]) return { kind: "full", pauseMs: PAUSE_MS.busy };
  lane.busy += 1;
  lanes.set(key, lane);
  return {
    kind: "entered",
    leave(worked) {
      lane.busy -= 1;
      lane.failures = worked ? 0 : lane.failures + 1;
      lane.failedAt = now;
    },
  };
}

const isTroubled = (lane: Lane): boolean => lane.failures >= TROUBLED_AFTER;

function forget(now: number): void {
  for (const [key, lane] of lanes) {
    const old = now - lane.failedAt > FORGET_MS;
    if (lane.busy === 0 && (old || lane.failures === 0)) lanes.delete(key);
  }
}
