/** Which way a ticket has gone, chosen by its question, its age and how much the desk has learned. */

import { MINUTES_PER_DAY } from "./clock";
import type { Random } from "./random";
import type { DemoChannel, DemoQuestion } from "./types";

export type Course =
  | "ai_drafting"
  | "ai_sent"
  | "ai_reopened"
  | "flagged_waiting"
  | "flagged_approved"
  | "flagged_corrected"
  | "held_waiting"
  | "held_approved"
  | "held_corrected"
  | "held_rejected"
  | "rejected_solved"
  | "people_open"
  | "people_working"
  | "people_asked"
  | "people_solved";

type Weights = Partial<Record<Course, number>>;

/** Below 100 outcomes on the desk nothing reaches 0.85, so nothing is sent unreviewed. */
export const TICKETS_BEFORE_SENDING = 100;
const BEING_DRAFTED_MINUTES = 5;

export function escalation(question: DemoQuestion, channel: DemoChannel): string | undefined {
  const languages = { en: "", de: "German", fr: "French", es: "Spanish" };
  if (question.language !== "en") {
    return `Written in ${languages[question.language]}, and no answer in that language is known.`;
  }
  if (/real person|call me/i.test(question.subject + question.body)) {
    return "The customer asks for a person.";
  }
  if (channel === "manual") return "Taken by telephone: a person answers.";
  if (question.intent === "security_report") return "Security reports go to a person at once.";
  if (question.sentiment <= -0.8) return "The customer is upset: a person answers.";
  return undefined;
}

/** `learned` is the share of all tickets that came before, 0 to 1. */
export function chooseCourse(
  random: Random,
  deal: (possible: ReadonlySet<Course>) => Course,
  question: DemoQuestion,
  channel: DemoChannel,
  minutesAgo: number,
  learned: number,
  maySend: boolean,
): Course {
  const daysAgo = minutesAgo / MINUTES_PER_DAY;
  const forPeople = escalation(question, channel) !== undefined;
  if (minutesAgo < BEING_DRAFTED_MINUTES && question.answers && !forPeople) return "ai_drafting";
  if (random.chance(activeChance(daysAgo))) {
    return deal(possibleCourses(question, forPeople, daysAgo));
  }
  if (forPeople) return "people_solved";
  if (!question.answers) {
    return weighted(random, { held_corrected: 2, rejected_solved: 2, people_solved: 4 });
  }
  const written = question.agentReply === undefined ? 0 : 1;
  return weighted(random, {
    ai_sent: maySend ? 2.4 + 3 * learned : 0,
    flagged_approved: 1 + 1.2 * learned,
    flagged_corrected: 1.1 * written,
    held_approved: 1.5 - learned,
    held_corrected: (1.5 - learned) * written,
    rejected_solved: (0.6 - 0.3 * learned) * written,
    people_solved: 0.8 - 0.5 * learned,
  });
}

/** The chance that a ticket of that age is not settled yet. */
function activeChance(daysAgo: number): number {
  if (daysAgo < 1.5) return 0.82;
  if (daysAgo < 4) return 0.7;
  if (daysAgo < 8) return 0.55;
  if (daysAgo < 14) return 0.3;
  return daysAgo < 21 ? 0.1 : 0;
}

/** The unsettled courses in the shares that a busy desk shows. */
const UNSETTLED: Readonly<Weights> = {
  flagged_waiting: 4,
  held_waiting: 4,
  people_open: 3,
  people_working: 3,
  held_rejected: 2,
  ai_reopened: 2,
  people_asked: 2,
};

/** Deals the unsettled courses from a shuffled deck, so that each of them comes up. */
export function createDeck(random: Random): (possible: ReadonlySet<Course>) => Course {
  const full = entriesOf(UNSETTLED).flatMap(([course, copies]) =>
    new Array<Course>(copies).fill(course),
  );
  let deck = random.shuffle(full);
  return (possible) => {
    if (!deck.some((course) => possible.has(course))) deck = [...deck, ...random.shuffle(full)];
    const position = deck.findIndex((course) => possible.has(course));
    const [course] = deck.splice(position, 1);
    if (course === undefined) throw new Error("No unsettled course is possible.");
    return course;
  };
}

function possibleCourses(
  question: DemoQuestion,
  forPeople: boolean,
  daysAgo: number,
): ReadonlySet<Course> {
  const possible = new Set<Course>(["people_working"]);
  if (daysAgo < 6) possible.add("people_open");
  if (question.language === "en") possible.add("people_asked");
  if (forPeople || daysAgo > 9) return possible;
  possible.add("held_rejected");
  if (daysAgo < 5) possible.add("held_waiting");
  if (question.answers) possible.add("flagged_waiting");
  if (question.answers && daysAgo < 6) possible.add("ai_reopened");
  return possible;
}

function weighted(random: Random, weights: Weights): Course {
  const entries = entriesOf(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [course, weight] of entries) {
    left -= weight;
    if (left < 0) return course;
  }
  throw new Error("No course has a weight.");
}

function entriesOf(weights: Weights): [Course, number][] {
  // Object.entries widens the keys; `Weights` can hold no other.
  return Object.entries(weights) as [Course, number][];
}
