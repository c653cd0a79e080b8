import type { Db } from "@/db/client";
import {
  type BreakerRow,
  breakerRow,
  claimProbe,
  clearBreaker,
  countFailure,
  releaseProbe,
} from "./breaker-store";
import type { Failure } from "./faults";
import type { LlmFault } from "./model";
import { PATIENCE_MS } from "./pause";
import { wordsOf } from "./words";

/** Failures in a row after which a provider is left alone. */
const THRESHOLD = 5;
/** Its first rest, which doubles with each further failure, and the longest one, seconds. */
const REST_SECONDS = 60;
const MOST_SECONDS = 900;
/** What a probe may take beyond the provider's own time, milliseconds. */
const PROBE_GRACE_MS = 60_000;

/** Only a changed setting helps: no need to fail five times. */
const HOPELESS: ReadonlySet<LlmFault> = new Set(["unauthorised", "unknown_model"]);
/** The provider itself is at fault, and not what it was asked. */
const ITS_OWN: ReadonlySet<LlmFault> = new Set([
  ...HOPELESS,
  "timeout",
  "rate_limited",
  "unavailable",
  "unreachable",
  "cut_off",
]);
/** Nothing was learned about the provider. */
const SAYS_NOTHING: ReadonlySet<LlmFault> = new Set([
  "stopped",
  "over_budget",
  "circuit_open",
  "off",
]);

/** `probe`: the one call of a provider whose rest is over. */
export type Entry =
  | { open: false; probe: { providerId: string; openUntil: Date } | null }
  | { open: true; words: string };

/** Whether the provider may be asked now. All processes look at the same row. */
export async function enterBreaker(
  db: Db,
  provider: { id: string; timeoutSeconds: number },
  now: Date,
): Promise<Entry> {
  const row = await breakerRow(db, provider.id);
  if (!row?.openUntil) return { open: false, probe: null };
  const resting = { open: true as const, words: restingWords(row) };
  if (row.openUntil > now) return resting;
  const seen = { providerId: provider.id, openUntil: row.openUntil };
  const until = new Date(now.getTime() + provider.timeoutSeconds * 3000 + PROBE_GRACE_MS);
  const mine = await claimProbe(db, seen, until);
  return mine ? { open: false, probe: { ...seen, openUntil: until } } : resting;
}

/** What came of the call: closes, counts, or opens. `failure` null: it answered. */
export async function leaveBreaker(
  db: Db,
  providerId: string,
  entry: Entry & { open: false },
  failure: Failure | null,
  now: Date,
): Promise<void> {
  if (failure && SAYS_NOTHING.has(failure.fault)) {
    if (entry.probe) await releaseProbe(db, entry.probe, now);
    return;
  }
  if (!failure || !ITS_OWN.has(failure.fault) || failure.answered) {
    return clearBreaker(db, providerId);
  }
  const asked = HOPELESS.has(failure.fault) ? MOST_SECONDS * 1000 : askedMs(failure);
  await countFailure(
    db,
    {
      ...{ providerId, fault: failure.fault, threshold: THRESHOLD },
      ...{ restSeconds: REST_SECONDS, mostSeconds: MOST_SECONDS },
      atLeast: asked > 0 ? new Date(now.getTime() + asked) : null,
    },
    now,
  );
}

/** A pause that was too long to be waited for is kept by not asking again until then. */
function askedMs({ pauseMs = 0 }: Failure): number {
  return pauseMs > PATIENCE_MS ? Math.min(pauseMs, MOST_SECONDS * 1000) : 0;
}

/** Why it is not asked, for people. */
export function restingWords({ openUntil, fault, failures }: BreakerRow): string {
  const until = openUntil
    ? ` It is asked again at ${openUntil.toISOString().slice(11, 16)} UTC.`
    : "";
  const why = fault ? wordsOf(fault) : wordsOf("circuit_open");
  return `${why}${failures > 1 ? ` ${failures} times in a row.` : ""}${until}`;
}
