/** The demo desk of Northlane: people, customers, articles and 60 days of tickets, from a seed. */

import { demoAccounts } from "./accounts";
import { demoArticles } from "./articles";
import { accountOf, castCustomer, castPerson, slotsFor } from "./cast";
import { createClock, MINUTES_PER_DAY } from "./clock";
import { chooseCourse, createDeck, TICKETS_BEFORE_SENDING } from "./course";
import { demoCustomers } from "./customers";
import { demoPeople } from "./people";
import { demoQuestions } from "./questions";
import { createRandom, type Random } from "./random";
import { detectIntents, prioritise, RULES, tagsFor } from "./routing";
import { type Played, play } from "./thread";
import type { DemoAccount, DemoChannel, DemoDesk, DemoQuestion, DemoTicket } from "./types";
import { customerBody, customerSubject, type Voice } from "./voice";

const TICKETS = 300;
const CLOSE_AFTER_DAYS = 7;
/** Characters. */
const SHORT_BODY = 120;
/** A Thursday afternoon: used when the caller does not say when "now" is. */
const SOME_THURSDAY = new Date("2026-01-15T15:00:00Z");

const CHANNELS: readonly DemoChannel[] = [
  ...new Array<DemoChannel>(42).fill("email"),
  ...new Array<DemoChannel>(24).fill("in_app"),
  ...new Array<DemoChannel>(14).fill("chat"),
  ...new Array<DemoChannel>(10).fill("webhook"),
  ...new Array<DemoChannel>(6).fill("api"),
  ...new Array<DemoChannel>(4).fill("manual"),
];

/** What has happened so far while the story is told, oldest ticket first. */
interface Memory {
  written: number[];
  turns: Map<DemoQuestion, number>;
  askedBy: Map<DemoQuestion, Set<number>>;
  bodies: Set<string>;
  deal: ReturnType<typeof createDeck>;
}

/**
 * The same seed and `now` give the same desk. Pass the `now` to which you will relate the times
 * (minutesAgo), so that they fall on weekdays and into working hours.
 */
export function buildDemo(seed: number, now: Date = SOME_THURSDAY): DemoDesk {
  const random = createRandom(seed);
  const clock = createClock(now);
  const ages = clock.ages(random, TICKETS);
  const questions = questionOrder(random, TICKETS);
  const memory: Memory = {
    written: demoCustomers.map(() => 0),
    turns: new Map(),
    askedBy: new Map(),
    bodies: new Set(),
    deal: createDeck(random),
  };
  const tickets = ages.map((minutesAgo, position) => {
    const question = questions[position];
    if (question === undefined) throw new Error("There are fewer questions than tickets.");
    return makeTicket({ random, clock, question, minutesAgo, position, memory });
  });
  return {
    company: "Northlane",
    people: [...demoPeople],
    accounts: [...demoAccounts],
    customers: [...demoCustomers],
    articles: [...demoArticles],
    tickets,
  };
}

/** Every question once before any comes again. */
function questionOrder(random: Random, count: number): DemoQuestion[] {
  const order: DemoQuestion[] = [];
  while (order.length < count) order.push(...random.shuffle(demoQuestions));
  return order.slice(-count);
}

interface Making {
  random: Random;
  clock: ReturnType<typeof createClock>;
  question: DemoQuestion;
  minutesAgo: number;
  position: number;
  memory: Memory;
}

function makeTicket(making: Making): DemoTicket {
  const { random, clock, question, minutesAgo, position, memory } = making;
  const turn = memory.turns.get(question) ?? 0;
  memory.turns.set(question, turn + 1);
  const askedBy = memory.askedBy.get(question) ?? new Set<number>();
  memory.askedBy.set(question, askedBy);
  const { index, customer } = castCustomer(random, question, minutesAgo, memory.written, askedBy);
  memory.written[index] = (memory.written[index] ?? 0) + 1;
  askedBy.add(index);

  const team = RULES[question.intent].team;
  const agent = castPerson(random, team);
  const slots = slotsFor(random, clock, question, customer, agent, minutesAgo);
  const channel = channelFor(random, question);
  const base = { random, question, slots, turn, channel, customerName: customer.name };
  const { voice, body } = uniqueBody(base, memory.bodies);
  const course = chooseCourse(
    random,
    memory.deal,
    question,
    voice.channel,
    minutesAgo,
    position / TICKETS,
    position >= TICKETS_BEFORE_SENDING,
  );
  const played = play(course, { voice, clock, team, agent, body, minutesAgo });
  const intents = detectIntents(random, question.intent);
  const account = accountOf(customer);
  return {
    customerIndex: index,
    channel: voice.channel,
    subject: customerSubject(voice),
    category: categoryOf(question, account),
    intents,
    ...prioritise(question, account),
    teamName: team,
    tags: tagsFor(question, intents),
    language: question.language,
    alreadyTried: question.alreadyTried,
    minutesAgo,
    ...settle(played),
  };
}

/** Nobody telephones to say half a sentence. */
function channelFor(random: Random, question: DemoQuestion): DemoChannel {
  const channel = random.pick(CHANNELS);
  return channel === "manual" && question.body.length < SHORT_BODY ? "chat" : channel;
}

/** A second ticket with the same words is written as a mail, with another greeting or signature. */
function uniqueBody(voice: Voice, bodies: Set<string>): { voice: Voice; body: string } {
  let current = voice;
  let body = customerBody(current);
  for (let tries = 0; bodies.has(body) && tries < 50; tries += 1) {
    current = { ...voice, channel: "email", turn: voice.turn + tries };
    body = customerBody(current);
  }
  if (bodies.has(body)) throw new Error(`Two tickets would read the same: "${body}"`);
  bodies.add(body);
  return { voice: current, body };
}

/** A how-to question from an account in trial is onboarding. */
function categoryOf(question: DemoQuestion, account: DemoAccount): DemoTicket["category"] {
  const howTo = question.intent === "usage_help" && question.category !== "billing";
  return account.tier === "trial" && howTo ? "onboarding" : question.category;
}

type Settled = Omit<Played, "status"> &
  Pick<DemoTicket, "status" | "resolvedMinutesAgo" | "closedMinutesAgo">;

/** Resolved with the last message that was not just a thank-you, closed after 7 quiet days. */
function settle(played: Played): Settled {
  const { status, ...rest } = played;
  if (status !== "settled") {
    return { ...rest, status, resolvedMinutesAgo: null, closedMinutesAgo: null };
  }
  const { messages, attempt } = played;
  const last = messages.at(-1)?.minutesAgo ?? 0;
  const answer = messages.findLast((message) => message.author !== "customer" && message.public);
  const reviewed = attempt?.reviewedMinutesAgo ?? Number.POSITIVE_INFINITY;
  const resolvedMinutesAgo = Math.min(answer?.minutesAgo ?? last, reviewed);
  const closed = Math.min(last, resolvedMinutesAgo) - CLOSE_AFTER_DAYS * MINUTES_PER_DAY;
  return closed > 0
    ? { ...rest, status: "closed", resolvedMinutesAgo, closedMinutesAgo: closed }
    : { ...rest, status: "resolved", resolvedMinutesAgo, closedMinutesAgo: null };
}
