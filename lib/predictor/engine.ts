import { AnswerBook } from "./answers";
import type { Article } from "./articles";
import { Belief } from "./belief";
import { CONFIDENCE_START, confidenceRow, decide, NOVELTY_START, seenOf } from "./decision";
import { Experts } from "./experts";
import { explain } from "./explain";
import {
  AUTO_AT,
  EngineSettings,
  type Facts,
  type Prediction,
  SILENCE_WEIGHT,
  type Signal,
} from "./model";
import { NoveltyGate } from "./novelty-gate";
import type { Opinion } from "./opinion";
import { Ranker } from "./ranker";
import { SnapshotReader, SnapshotWriter } from "./snapshot";

/** Further gradient steps for a ticket that the engine had wrong. */
const EXTRA_STEPS = 3;
/** Weight of a decision with its answer masked against one as it was: new kinds are rare, so high. */
const MASKED_WEIGHT = 2.5;
const FOCUS_FLOOR = 0.1;

type Asked = { text: string; facts?: Facts | undefined; scope?: string | undefined };

/** Novelty decides only where confidence would not hold an answer anyway: learn most from there. */
const focus = (confidence: number) => FOCUS_FLOOR + confidence * confidence;

/**
 * Learns which answer (or label) fits a text, one signal at a time, from nothing.
 *
 * The state depends only on the seed and the signals in order. One engine holds one label space:
 * answers, intents, categories and priorities each have their own.
 */
export class Engine {
  private readonly book = new AnswerBook();
  private readonly experts: Experts;
  private readonly ranker = new Ranker();
  private readonly confidence = new Belief({
    name: "confidence",
    start: Object.values(CONFIDENCE_START),
    doubt: 0.1,
    memory: 0.9998,
  });
  private readonly novelty: NoveltyGate;
  private outcomes = 0;
  /** Share of first choices that were right, over about the last 200 outcomes. */
  private expected = 0.3;
  private signals = 0;
  private last: { key: string; signals: number; opinion: Opinion } | undefined;

  private readonly seed: number;

  constructor(settings: number | Partial<EngineSettings> = {}) {
    const { seed, caution } = EngineSettings.parse(
      typeof settings === "number" ? { seed: settings } : settings,
    );
    this.seed = seed;
    this.experts = new Experts(seed);
    this.novelty = new NoveltyGate(Object.values(NOVELTY_START), caution);
  }

  /** Outcomes by people so far. */
  get outcomeCount(): number {
    return this.outcomes;
  }

  /** Share of the latest questions whose first answer was right; a guess while there are few. */
  get expectedShare(): number {
    return this.expected;
  }

  /**
   * What would answer this text, how sure that is, and why. Changes nothing.
   *
   * @param scope the account that asks; answers private to others are left out
   * @returns confidence and novelty in 0..1; when a number is not finite, confidence 0 and held
   */
  predict(text: string, facts?: Facts, scope?: string): Prediction {
    return explain(this.opinion({ text, facts, scope }), {
      book: this.book,
      examples: this.experts.examples,
      outcomes: this.outcomes,
      expected: this.expected,
      novelAbove: this.novelty.threshold,
    });
  }

  private opinion({ text, facts = {}, scope }: Asked): Opinion {
    const key = JSON.stringify([text, facts, scope]);
    if (this.last?.key === key && this.last.signals === this.signals) return this.last.opinion;
    const question = this.experts.question(text, facts);
    const to = this.book.destinations(scope);
    const raw = this.experts.view(question, to.length);
    const decision = decide(raw, to, this.book, this.ranker, this.outcomes);
    const novelty = this.novelty.probability(decision.noveltyRow);
    const row = confidenceRow(decision, this.book, this.outcomes, this.expected, novelty);
    const judged = this.confidence.probability(row);
    const confidence = decision.top >= 0 && Number.isFinite(judged) ? judged : 0;
    const opinion = { question, raw, decision, to, novelty, row, confidence };
    this.last = { key, signals: this.signals, opinion };
    return opinion;
  }

  /** Takes one signal into account, at once. Signals must come in the order of the journal. */
  learn(signal: Signal): void {
    switch (signal.type) {
      case "answered":
        this.learnAnswer(signal);
        break;
      case "unmatched":
        this.judge(this.opinion(signal), -1, 1);
        this.outcomes++;
        break;
      case "refused":
        this.learnVerdict(signal, false, 1);
        break;
      case "silent":
        this.learnVerdict(signal, true, signal.weight ?? SILENCE_WEIGHT);
        break;
      case "shared":
        this.book.record(signal.answer).owner = signal.owner;
        break;
      case "retired":
        this.retire(signal.answer, signal.replacedBy);
        break;
      case "restored":
        this.book.record(signal.answer).retired = false;
        if (signal.anew) this.book.record(signal.answer).accepted = 0;
        break;
      case "article":
        this.learnArticle(signal.answer, { title: signal.title, body: signal.body });
        break;
      case "uncapped":
        this.book.record(signal.answer).uncapped = signal.lifted;
        break;
      case "labelled":
      case "judged":
        return; // other parts of the desk's model learn from these
    }
    this.signals++;
  }

  private learnAnswer(signal: Signal & { type: "answered" }): void {
    const opinion = this.opinion(signal);
    const number = this.book.number(signal.answer);
    const { decision } = opinion;
    const right = decision.top === number;
    this.judge(opinion, number, signal.weight);
    const record = this.book.record(signal.answer);
    if (signal.owner !== undefined) record.owner = signal.owner;
    const to = this.book.destinations(signal.scope);
    const extra = right ? 0 : EXTRA_STEPS;
    this.book.teach(number, this.outcomes);
    if (signal.accepted) {
      record.accepted++;
      record.refusals /= 2;
    }
    this.experts.learn(opinion.question.bag, number, signal.id, to, extra);
    this.outcomes++;
  }

  /**
   * Ranker, confidence, novelty and successors learn from a decision made before the answer.
   *
   * @param number the right answer, -1 when none of the known ones is
   */
  private judge(opinion: Opinion, number: number, weight: number): void {
    const { decision, raw } = opinion;
    const { candidates, top } = decision;
    const place = candidates.numbers.indexOf(number);
    this.ranker.learn(candidates, place >= 0 ? place : candidates.numbers.length - 1);
    if (top >= 0) {
      const right = top === number;
      this.confidence.learn(opinion.row, right, weight);
      this.book.outcome(top, right, 1);
      if (right) this.book.observe(top, seenOf(decision.views, top));
      this.expected += (Number(right) - this.expected) / Math.min(200, this.outcomes + 10);
      if (right && opinion.confidence >= AUTO_AT) this.novelty.passed(opinion.novelty);
    }
    const known = this.knows(number);
    this.novelty.learn(decision.noveltyRow, !known, focus(opinion.confidence));
    if (known) this.learnBlind(opinion, number);
    for (const { label } of raw.neighbours.slice(0, 3)) {
      if (number >= 0 && this.book.records[label]?.retired) this.book.succeed(label, number);
    }
  }

  /** Decides once more as if the true answer had never been seen: that is what novelty looks like. */
  private learnBlind({ raw, to }: Opinion, number: number): void {
    const masked = to.map((target) => (target === number ? -1 : target));
    const blind = decide(raw, masked, this.book, this.ranker, this.outcomes);
    if (blind.top < 0) return;
    const novelty = this.novelty.probability(blind.noveltyRow);
    const row = confidenceRow(blind, this.book, this.outcomes, this.expected, novelty);
    const weight = MASKED_WEIGHT * focus(this.confidence.probability(row));
    this.novelty.learn(blind.noveltyRow, true, weight);
  }

  private knows(number: number): boolean {
    return this.book.taught(number) > 0 || this.book.records[number]?.article === true;
  }

  private learnVerdict(
    signal: Extract<Signal, { type: "refused" | "silent" }>,
    right: boolean,
    weight: number,
  ): void {
    const opinion = this.opinion(signal);
    const number = this.book.find(signal.answer);
    if (number === undefined) return;
    this.book.outcome(number, right, weight);
    const record = this.book.record(signal.answer);
    if (!right) record.refusals++;
    if (signal.type === "refused" && signal.wasAccepted) {
      record.accepted = Math.max(0, record.accepted - 1);
    }
    if (opinion.decision.top === number) this.confidence.learn(opinion.row, right, weight);
  }

  private retire(answer: string, replacedBy: string | undefined): void {
    const number = this.book.number(answer);
    this.book.record(answer).retired = true;
    this.book.record(answer).article = false;
    this.experts.dropArticle(number);
    if (replacedBy !== undefined) this.book.succeed(number, this.book.number(replacedBy));
  }

  private learnArticle(answer: string, article: Article): void {
    const number = this.book.number(answer);
    const before = this.experts.articles.get(number);
    // What people accepted was another text: a changed answer has to prove itself again.
    if (before !== undefined && before.body !== article.body) {
      this.book.record(answer).accepted = 0;
    }
    this.book.record(answer).article = true;
    this.experts.putArticle(number, article, this.book.destinations());
  }

  /** The whole state in one buffer; `restoreEngine` gives an engine with the same predictions. */
  snapshot(): Uint8Array {
    const to = new SnapshotWriter();
    to.number("seed", this.seed);
    to.number("outcomes", this.outcomes);
    to.number("expected", this.expected);
    to.number("signals", this.signals);
    for (const part of this.parts()) part.save(to);
    return to.finish();
  }

  /** @throws {RangeError} when the bytes are no snapshot of this version */
  restore(snapshot: Uint8Array): void {
    const from = new SnapshotReader(snapshot);
    this.outcomes = from.number("outcomes");
    this.expected = from.number("expected");
    this.signals = from.number("signals");
    for (const part of this.parts()) part.load(from);
    this.last = undefined;
  }

  private parts() {
    return [this.book, this.experts, this.ranker, this.confidence, this.novelty];
  }
}
