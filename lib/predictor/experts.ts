import { type Article, ArticleShelf } from "./articles";
import { LinearExpert } from "./expert-linear";
import { NetExpert } from "./expert-net";
import { SumsExpert } from "./expert-sums";
import { type Bag, bagOf, type Facts } from "./features";
import { NeighbourIndex } from "./neighbours";
import { Random } from "./random";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import type { RawViews } from "./views";
import { Vocabulary } from "./vocabulary";

/** Learned tickets kept per answer and in all; the oldest go first. */
export const MAX_EXAMPLES_PER_ANSWER = 200;
const MAX_EXAMPLES = 20_000;
/** Neighbours looked at: enough to fill a vote when one answer is left out. */
const NEIGHBOURS = 48;
/** Gradient steps over earlier tickets per learned one, half of them balanced over answers. */
const REPLAYS = 12;

/** Stands as the source of examples that are an article's own words, and how many it has. */
export const ARTICLE_SOURCE = "article";
const ARTICLE_EXAMPLES = 2;

/** A message as the experts read it. */
export interface Question {
  text: string;
  bag: Bag;
}

/** All experts, and the bounded memory of tickets from which they learn again. */
export class Experts {
  private readonly vocabulary = new Vocabulary();
  private readonly linear = new LinearExpert();
  private readonly net: NetExpert;
  private readonly twin: NetExpert;
  private readonly sums = new SumsExpert();
  readonly examples = new NeighbourIndex("examples", this.vocabulary);
  readonly articles = new ArticleShelf(this.vocabulary);
  private readonly random: Random;
  private classes = 0;

  constructor(seed: number) {
    this.net = new NetExpert({ name: "net", seed: seed ^ 0x9e3779b9, hidden: 96, inputDropout: 0 });
    this.twin = new NetExpert({
      name: "twin",
      seed: seed ^ 0x3c6ef372,
      hidden: 64,
      inputDropout: 0.3,
    });
    this.random = new Random(seed);
  }

  question(text: string, facts?: Facts): Question {
    return { text, bag: bagOf(text, facts) };
  }

  /** @param classes answers known by now; experts that know fewer make room */
  view({ text, bag }: Question, classes: number): RawViews {
    this.fit(classes);
    const values = this.vocabulary.weigh(bag);
    const similarities = this.examples.similarities(bag, values);
    return {
      linear: this.linear.score(bag, values),
      net: this.net.score(bag, values),
      twin: this.twin.score(bag, values),
      ...this.sums.score(bag, values),
      ...this.closest(similarities),
      neighbours: this.examples.nearest(similarities, NEIGHBOURS),
      articles: this.articles.score(text, bag, values, classes),
      unknown: this.vocabulary.unknownShare(bag),
      strangeness: (to, answer) => this.sums.strangeness(bag, values, to, answer),
    };
  }

  private fit(classes: number): void {
    if (classes === this.classes) return;
    this.classes = classes;
    this.linear.fit(classes);
    this.net.fit(classes);
    this.twin.fit(classes);
    this.sums.fit(classes);
  }

  private closest(similarities: Float32Array): { best: Float64Array; mean3: Float64Array } {
    const first = new Float64Array(this.classes);
    const second = new Float64Array(this.classes);
    const third = new Float64Array(this.classes);
    for (let slot = 0; slot < similarities.length; slot++) {
      const similarity = similarities[slot] ?? 0;
      if (similarity === 0) continue;
      const label = this.examples.labelOf(slot);
      if (similarity <= (third[label] ?? 0)) continue;
      if (similarity > (first[label] ?? 0)) {
        third[label] = second[label] ?? 0;
        second[label] = first[label] ?? 0;
        first[label] = similarity;
      } else if (similarity > (second[label] ?? 0)) {
        third[label] = second[label] ?? 0;
        second[label] = similarity;
      } else third[label] = similarity;
    }
    const mean3 = first.map((one, c) => (one + (second[c] ?? 0) + (third[c] ?? 0)) / 3);
    return { best: first, mean3 };
  }

  /**
   * An article answers from now on: it is found by its words, and its title and text are learned
   * like tickets, so that all experts know it before its first one.
   */
  putArticle(number: number, article: Article, to: Int32Array): void {
    this.dropArticle(number);
    this.articles.put(number, article);
    this.learn(bagOf(article.title), number, ARTICLE_SOURCE, to, 0);
    if (article.body.trim() !== "") {
      this.learn(bagOf(`${article.title}\n${article.body}`), number, ARTICLE_SOURCE, to, 0);
    }
  }

  dropArticle(number: number): void {
    if (this.articles.get(number) === undefined) return;
    this.articles.remove(number);
    const own = (slot: number) => this.examples.at(slot)?.source === ARTICLE_SOURCE;
    // One at a time, since removing may renumber the others.
    for (let i = 0; i < ARTICLE_EXAMPLES; i++)
      this.unlearn(number, this.examples.of(number).find(own));
  }

  /**
   * Learns one answered ticket at once, then goes over earlier ones so that it isn't forgotten
   * again and doesn't push others out.
   *
   * @param to where the evidence of each answer counts; examples of forbidden answers are skipped
   * @param extra further steps for this ticket, for when the engine was wrong
   */
  learn(bag: Bag, label: number, source: string, to: Int32Array, extra: number): void {
    this.fit(to.length);
    this.vocabulary.add(bag);
    const values = this.vocabulary.weigh(bag);
    this.sums.add(bag, values, label, 1);
    this.examples.add({ bag, label, source });
    for (let i = 0; i <= extra; i++) this.step(bag, label);
    const labels = this.examples.labels();
    for (let i = 0; i < REPLAYS; i++) {
      const balanced = i % 2 === 0;
      const slots = balanced ? this.examples.of(labels[this.random.int(labels.length)] ?? 0) : null;
      const pick = slots
        ? slots[this.random.int(slots.length)]
        : this.random.int(this.examples.slots);
      const earlier = this.examples.at(pick ?? -1);
      const target = earlier === undefined ? -1 : (to[earlier.label] ?? -1);
      if (earlier !== undefined && target >= 0) this.step(earlier.bag, target);
    }
    this.forget(label);
  }

  private step(bag: Bag, label: number): void {
    const values = this.vocabulary.weigh(bag);
    this.linear.step(bag, values, label);
    this.net.step(bag, values, label);
    this.twin.step(bag, values, label);
  }

  /** Keeps memory bounded: the oldest example of a full answer goes, or the oldest of the fullest. */
  private forget(label: number): void {
    let fullest = label;
    if (this.examples.of(label).length <= MAX_EXAMPLES_PER_ANSWER) {
      if (this.examples.size <= MAX_EXAMPLES) return;
      for (const other of this.examples.labels()) {
        if (this.examples.of(other).length > this.examples.of(fullest).length) fullest = other;
      }
    }
    this.unlearn(fullest, this.examples.of(fullest)[0]);
  }

  private unlearn(label: number, slot: number | undefined): void {
    const example = this.examples.at(slot ?? -1);
    if (slot === undefined || example === undefined) return;
    this.sums.add(example.bag, this.vocabulary.weigh(example.bag), label, -1);
    this.examples.remove(slot);
  }

  save(to: SnapshotWriter): void {
    to.number("experts.classes", this.classes);
    to.number("experts.random", this.random.state);
    for (const part of this.parts()) part.save(to);
  }

  load(from: SnapshotReader): void {
    this.classes = from.number("experts.classes");
    this.random.state = from.number("experts.random");
    for (const part of this.parts()) part.load(from);
  }

  /** In loading order: examples and articles are indexed with the loaded vocabulary. */
  private parts() {
    return [
      this.vocabulary,
      this.linear,
      this.net,
      this.twin,
      this.sums,
      this.examples,
      this.articles,
    ];
  }
}
