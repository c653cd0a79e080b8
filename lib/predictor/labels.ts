import { BACKGROUND } from "./background";
import { type Bag, bagOf } from "./features";
import { SpaceModel } from "./labels-space";
import { type Facts, LABEL_SPACES, type LabelGuess, type LabelSpace, type Signal } from "./model";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";
import { Vocabulary } from "./vocabulary";

/** Spaces where the account and the channel speak with the words. */
const WITH_FACTS: readonly LabelSpace[] = ["priority", "team"];

/**
 * What people call tickets: intent, category, priority and team, each learned from one example at a
 * time, at once. The state depends only on the seed and the signals in order. To unlearn, build it
 * again without the signal.
 */
export class Labels {
  private readonly vocabulary = new Vocabulary("labels.vocabulary");
  private readonly spaces: Record<LabelSpace, SpaceModel>;
  /** The last ticket whose words were counted: one ticket gives several labels. */
  private counted = "";

  constructor(seed = 1) {
    for (const text of BACKGROUND) this.vocabulary.add(bagOf(text));
    const make = (space: LabelSpace, at: number) =>
      new SpaceModel(`labels.${space}`, this.vocabulary, seed * LABEL_SPACES.length + at);
    this.spaces = {
      intent: make("intent", 0),
      category: make("category", 1),
      priority: make("priority", 2),
      team: make("team", 3),
    };
  }

  learn({ id, text, facts, space, label, insteadOf, weight }: Signal & { type: "labelled" }): void {
    if (id !== this.counted) {
      this.counted = id;
      this.vocabulary.add(bagOf(text));
    }
    this.spaces[space].learn(bagIn(space, text, facts), id, label, weight, insteadOf);
  }

  /** What people would call it. @returns null while nothing is known of this space */
  predict(space: LabelSpace, text: string, facts?: Facts): LabelGuess | null {
    return this.spaces[space].predict(bagIn(space, text, facts));
  }

  save(to: SnapshotWriter): void {
    to.value("labels.counted", this.counted);
    this.vocabulary.save(to);
    for (const space of LABEL_SPACES) this.spaces[space].save(to);
  }

  /** @throws {RangeError} when the snapshot holds no labels, or those of another version */
  load(from: SnapshotReader): void {
    this.counted = from.value<string>("labels.counted");
    this.vocabulary.load(from);
    for (const space of LABEL_SPACES) this.spaces[space].load(from);
  }
}

/** One fact beside the hundred features of a sentence would drown: it counts as so many. */
const COPIES = 8;

function bagIn(space: LabelSpace, text: string, facts: Facts = {}): Bag {
  if (!WITH_FACTS.includes(space)) return bagOf(text);
  const copies = Object.entries(facts).flatMap(([name, value]) =>
    Array.from({ length: COPIES }, (_, at) => [`${name} ${at}`, value]),
  );
  return bagOf(text, Object.fromEntries(copies));
}
