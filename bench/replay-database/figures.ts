import type { Decision } from "@/lib/resolve/model";
import { figuresOf } from "../replay/figures";
import { type Played, timesOf } from "./play";

export interface DatabaseFigures {
  n: number;
  /** The desk's first thought was right. */
  accuracy: number;
  /** By decision: its share of all, and the share of those whose draft was right. */
  decisions: Record<Decision, { share: number; right: number | undefined }>;
  /** Share of all for which nothing was drafted. */
  undrafted: number;
  ece: number;
  brier: number;
  novelShare: number;
  ms: { draft: number; learn: number };
}

const share = (part: number, of: number) => (of === 0 ? 0 : part / of);

export function databaseFigures(played: readonly Played[]): DatabaseFigures {
  const n = played.length;
  const drafted = played.filter((one) => one.drafted);
  // Without a draft nothing is claimed, so there is nothing to be right or wrong about.
  const { ece, brier } = figuresOf(
    drafted.map(({ draftRight, confidence, decision, novel }) => ({
      right: draftRight,
      confidence,
      automatic: decision === "sent",
      novel,
    })),
  );
  const of = (decision: Decision) => {
    const its = played.filter((one) => one.decision === decision);
    const right = its.filter(({ draftRight }) => draftRight).length;
    return { share: share(its.length, n), right: its.length ? right / its.length : undefined };
  };
  return {
    n,
    accuracy: share(played.filter(({ right }) => right).length, n),
    decisions: { sent: of("sent"), sent_flagged: of("sent_flagged"), held: of("held") },
    undrafted: share(n - drafted.length, n),
    ece,
    brier,
    novelShare: share(played.filter(({ novel }) => novel).length, n),
    ms: timesOf(played),
  };
}

/** Why replies were held, the most frequent first; numbers are left out, so that like meets like. */
export function heldBecause(played: readonly Played[]): { because: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { decision, because } of played) {
    if (decision !== "held") continue;
    const kind = because.replace(/\d+(\.\d+)?/g, "…");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([because, n]) => ({ because, n })).sort((a, b) => b.n - a.n);
}
