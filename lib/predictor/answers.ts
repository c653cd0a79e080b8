import type { SnapshotReader, SnapshotWriter } from "./snapshot";

/** Cosines with the nearest example and the centre, and the net's log-probability. */
export interface Typical {
  n: number;
  best: number;
  centroid: number;
  net: number;
}

/** What the engine keeps about one answer (or label). */
export interface AnswerRecord {
  answer: string;
  /** Tickets that people answered with it. */
  taught: number;
  /** The same, fading over some hundred tickets of the desk, as of ticket number `recentAt`. */
  recent: number;
  recentAt: number;
  /** Uses as proposed by the desk that a person accepted. */
  accepted: number;
  /** Outcomes seen when the desk would have proposed it, and how many were right; both fade. */
  proposed: number;
  right: number;
  /** Refusals by people not yet made up for: each accepted use halves them. */
  refusals: number;
  /** Running means over questions that it answered rightly: what is typical for it. */
  typical: Typical;
  retired: boolean;
  /** Has an article, from which the experts know it. */
  article: boolean;
  /** Upper bound on the answer's confidence lifted by an admin. */
  uncapped: boolean;
  /** The one account that may get it; null: everyone. */
  owner: string | null;
  /** How often people gave other answers where this retired one would have been proposed. */
  successors: Record<number, number>;
}

/** Outcomes fade by this factor per outcome, so an answer that went bad shows within some thirty. */
const FADE = 0.97;
const SUCCESSOR_FADE = 0.8;
/** Half of a ticket is forgotten after 140 others: bursts of one question show, last month doesn't. */
const RECENT_FADE = 0.995;

/** All answers ever known, by number; a number is never reused. */
export class AnswerBook {
  records: AnswerRecord[] = [];
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.records.length;
  }

  find(answer: string): number | undefined {
    return this.numbers.get(answer);
  }

  /** Number of an answer, which is made known if it was not. */
  number(answer: string): number {
    const known = this.numbers.get(answer);
    if (known !== undefined) return known;
    const number = this.records.length;
    this.records.push({
      answer,
      taught: 0,
      recent: 0,
      recentAt: 0,
      accepted: 0,
      proposed: 0,
      right: 0,
      refusals: 0,
      typical: { n: 0, best: 0, centroid: 0, net: 0 },
      retired: false,
      article: false,
      uncapped: false,
      owner: null,
      successors: {},
    });
    this.numbers.set(answer, number);
    return number;
  }

  /** The record of an answer, which is made known if it was not. */
  record(answer: string): AnswerRecord {
    const number = this.number(answer);
    const record = this.records[number];
    if (record === undefined) throw new RangeError(`no answer ${number}`);
    return record;
  }

  taught(number: number): number {
    return this.records[number]?.taught ?? 0;
  }

  /** Tickets with this answer lately, fading; `outcomes` says when now is. */
  recent(number: number, outcomes: number): number {
    const record = this.records[number];
    return record ? record.recent * RECENT_FADE ** (outcomes - record.recentAt) : 0;
  }

  /** Counts a ticket that people answered with it. */
  teach(number: number, outcomes: number): void {
    const record = this.records[number];
    if (record === undefined) return;
    record.recent = this.recent(number, outcomes) + 1;
    record.recentAt = outcomes;
    record.taught++;
  }

  /** Right of proposed, smoothed towards `expected` with the weight of four outcomes. */
  history(number: number, expected: number): number {
    const record = this.records[number];
    if (record === undefined) return expected;
    return (record.right + 4 * expected) / (record.proposed + 4);
  }

  /** @param weight 1 for a person's verdict, 0.3 for silence */
  outcome(number: number, right: boolean, weight: number): void {
    const record = this.records[number];
    if (record === undefined) return;
    record.proposed = record.proposed * FADE + weight;
    record.right = record.right * FADE + (right ? weight : 0);
  }

  /** @param seen what the experts said of a question that this answer fitted */
  observe(number: number, seen: Omit<Typical, "n">): void {
    const typical = this.records[number]?.typical;
    if (typical === undefined) return;
    typical.n = Math.min(50, typical.n + 1);
    typical.best += (seen.best - typical.best) / typical.n;
    typical.centroid += (seen.centroid - typical.centroid) / typical.n;
    typical.net += (seen.net - typical.net) / typical.n;
  }

  succeed(retired: number, successor: number): void {
    const record = this.records[retired];
    if (record === undefined || retired === successor) return;
    for (const key of Object.keys(record.successors)) {
      const other = Number(key);
      record.successors[other] = (record.successors[other] ?? 0) * SUCCESSOR_FADE;
    }
    record.successors[successor] = (record.successors[successor] ?? 0) + 1;
  }

  /**
   * Where the evidence for each answer counts: itself; for a retired answer the answer that people
   * gave in its place most, if any; else nowhere (-1). Answers private to others count nowhere.
   *
   * @param scope the account that asks
   */
  destinations(scope?: string): Int32Array {
    const open = (record: AnswerRecord | undefined) =>
      record?.retired === false && (record.owner === null || record.owner === scope);
    return Int32Array.from(this.records, (record, number) => {
      if (!record.retired) return open(record) ? number : -1;
      let best = -1;
      let most = 0;
      for (const [key, count] of Object.entries(record.successors)) {
        if (count > most && open(this.records[Number(key)])) {
          best = Number(key);
          most = count;
        }
      }
      return best;
    });
  }

  save(to: SnapshotWriter): void {
    to.value("answers", this.records);
  }

  load(from: SnapshotReader): void {
    this.records = from.value<AnswerRecord[]>("answers");
    this.numbers.clear();
    this.records.forEach((record, number) => {
      this.numbers.set(record.answer, number);
    });
  }
}
