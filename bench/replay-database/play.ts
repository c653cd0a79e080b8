import { asc, desc, eq } from "drizzle-orm";
import { attempts } from "@/db/schema/resolve";
import { ingestRequest, readRequest } from "@/lib/ingest";
import type { Decision } from "@/lib/resolve/model";
import type { Row } from "../replay/csv";
import { median } from "../replay/figures";
import type { ReplayDesk } from "./desk";
import { type Attempt, answerTo, Person } from "./person";
import { worker } from "./work-off";

/** Between two questions, and longer than a reply can be taken back. Milliseconds of the desk. */
const BETWEEN_MS = 120_000;
const UNDO_MS = 20_000;
/** Companies that the customers belong to: what people have sent to two may be sent to all. */
const ACCOUNTS = 500;

/** One question that has met the truth, as the database holds what the desk decided. */
export type Played = {
  decision: Decision;
  /** The answer that the desk thought of first was the right one. */
  right: boolean;
  /** The draft that people or the customer saw held it. */
  draftRight: boolean;
  drafted: boolean;
  confidence: number;
  novel: boolean;
  /** Why it was held, in the words of the decision. */
  because: string;
  /** From the request to the decision, and from the verdict until it was learned. */
  draftMs: number;
  learnMs: number;
};

type Playing = {
  desk: ReplayDesk;
  workOff: () => Promise<number>;
  person: Person;
};

/**
 * Plays questions through the whole product: request, routing, draft, decision, person, delivery
 * into the outbox, learning. A category is read by the person only, after the decision.
 *
 * @param goesOn asked before each question
 */
export async function playThrough(
  desk: ReplayDesk,
  rows: readonly Row[],
  goesOn: (played: readonly Played[]) => boolean,
): Promise<Played[]> {
  const playing = { desk, workOff: await worker(desk.tools), person: new Person(desk) };
  const played: Played[] = [];
  for (const [at, row] of rows.entries()) {
    if (!goesOn(played)) break;
    played.push(await playOne(playing, row, at));
  }
  return played;
}

async function playOne(playing: Playing, { text, category }: Row, at: number): Promise<Played> {
  const { desk, workOff, person } = playing;
  desk.advance(BETWEEN_MS);
  const asked = performance.now();
  const from = { email: `customer-${at}@mail.example`, account: `company ${at % ACCOUNTS}` };
  const ticketId = await send(desk, { ...from, id: `question-${at}`, body: text });
  await workOff();
  const draftMs = performance.now() - asked;
  const attempt = await firstAttempt(desk, ticketId);

  const decided = performance.now();
  const draftRight = person.holds(attempt, category);
  if (attempt.reviewState === "none") {
    if (!draftRight) await complain(playing, { ...from, ticketId, text, category, at });
  } else await person.settle(attempt, category);
  desk.advance(UNDO_MS);
  await workOff();
  const { decision, draft, confidence, decisionReason } = attempt;
  const chosen = await person.chosen(attempt);
  return {
    decision,
    right: chosen !== null && answerTo(category).includes(`deal with ${chosen} at our`),
    draftRight,
    drafted: draft !== null,
    confidence,
    novel: novel(attempt),
    because: decisionReason,
    draftMs,
    learnMs: performance.now() - decided,
  };
}

type Complaint = {
  email: string;
  account: string;
  ticketId: string;
  text: string;
  category: string;
  at: number;
};

/** Whoever got a wrong answer by itself writes again; then a person answers. */
async function complain({ desk, workOff, person }: Playing, about: Complaint): Promise<void> {
  desk.advance(BETWEEN_MS);
  const body = `That does not answer my question. ${about.text}`;
  await send(desk, { ...about, id: `again-${about.at}`, body, answers: `question-${about.at}` });
  await workOff();
  const [latest] = await desk.tools.db
    .select()
    .from(attempts)
    .where(eq(attempts.ticketId, about.ticketId))
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(1);
  if (latest && ["held", "flagged"].includes(latest.reviewState)) {
    await person.settle(latest, about.category);
  } else await person.answer(about.ticketId, about.category);
}

type Sent = { email: string; account: string; id: string; body: string; answers?: string };

async function send({ sender }: ReplayDesk, sent: Sent): Promise<string> {
  const body = JSON.stringify({
    external_id: sent.id,
    channel: "email",
    customer_email: sent.email,
    customer_name: "Customer",
    account: sent.account,
    body: sent.body,
    ...(sent.answers && { in_reply_to: sent.answers }),
  });
  const bytes = new TextEncoder().encode(body);
  const request = readRequest(bytes, "application/json", sender.now());
  return (await ingestRequest(sender, { ...request, source: "replay" })).ticketId;
}

async function firstAttempt({ tools }: ReplayDesk, ticketId: string): Promise<Attempt> {
  const [attempt] = await tools.db
    .select()
    .from(attempts)
    .where(eq(attempts.ticketId, ticketId))
    .orderBy(asc(attempts.createdAt), asc(attempts.id))
    .limit(1);
  if (!attempt) throw new Error("the desk has decided nothing about a question");
  return attempt;
}

function novel({ snapshot }: Attempt): boolean {
  const { prediction } = snapshot;
  return prediction instanceof Object && Reflect.get(prediction, "novel") === true;
}

/** Milliseconds of the middle ticket. */
export const timesOf = (played: readonly Played[]) => ({
  draft: median(played.map(({ draftMs }) => draftMs)),
  learn: median(played.map(({ learnMs }) => learnMs)),
});
