import type { Engine } from "../engine";
import type { Signal } from "../model";
import { Random } from "../random";

/** Kinds of questions as sets of interchangeable phrases, for streams made in tests. */
export const KINDS = [
  {
    answer: "late",
    samples: ["my parcel has not arrived", "where is my delivery", "parcel is late"],
  },
  {
    answer: "password",
    samples: ["reset my password", "i forgot my login", "password not accepted"],
  },
  { answer: "refund", samples: ["i want my money back", "refund my order", "how do refunds work"] },
  {
    answer: "invoice",
    samples: ["send me the invoice", "invoice is missing", "need a receipt for tax"],
  },
  {
    answer: "cancel",
    samples: ["cancel my plan", "stop the subscription", "how to end my contract"],
  },
] as const;

const EXTRAS = [
  "please",
  "today",
  "again",
  "for weeks",
  "urgent",
  "thanks",
  "since monday",
  "on my phone",
];

export function answered(
  id: string,
  text: string,
  answer: string,
  accepted = false,
): Extract<Signal, { type: "answered" }> {
  return { type: "answered", id, text, answer, accepted, weight: 1 };
}

/** `count` made-up tickets with their answers; the same for the same seed. */
export function tickets(count: number, seed: number): { text: string; answer: string }[] {
  const random = new Random(seed);
  const pick = <T>(items: readonly T[]) => items[random.int(items.length)];
  return Array.from({ length: count }, () => {
    const kind = pick(KINDS);
    const text = `${pick(kind?.samples ?? []) ?? ""} ${pick(EXTRAS) ?? ""} ${pick(EXTRAS) ?? ""}`;
    return { text, answer: kind?.answer ?? "" };
  });
}

/** Teaches tickets as a desk would: predict, then say whether the proposal was accepted. */
export function teach(engine: Engine, stream: readonly { text: string; answer: string }[]): Engine {
  stream.forEach(({ text, answer }, i) => {
    const accepted = engine.predict(text).candidates[0]?.answer === answer;
    engine.learn(answered(`t${i}`, text, answer, accepted));
  });
  return engine;
}
