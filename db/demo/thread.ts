/** Plays a ticket's course: its messages, its attempt, whose turn it is. */

import { castPerson } from "./cast";
import type { Clock } from "./clock";
import { makeConfidence, twoDecimals } from "./confidence";
import { type Course, escalation } from "./course";
import { ESCALATED, NOTES, QUESTIONS_BACK, REOPENERS, TAKEN_OVER } from "./phrases";
import { articleBySlug } from "./questions";
import type { DemoAttempt, DemoDecision, DemoMessage, DemoPerson, DemoTicket } from "./types";
import {
  agentAnswer,
  agentText,
  customerNote,
  draftText,
  isConversation,
  type Voice,
} from "./voice";

interface Scene {
  voice: Voice;
  clock: Clock;
  team: DemoTicket["teamName"];
  agent: DemoPerson;
  body: string;
  minutesAgo: number;
}

export interface Played {
  /** `settled` becomes resolved or closed by its age. */
  status: "open" | "in_progress" | "pending_customer" | "settled";
  messages: DemoMessage[];
  waitingSinceMinutesAgo: number | null;
  assigneeEmail: string | null;
  sentiment: number;
  attempt?: DemoAttempt;
  escalationReason?: string;
}

export function play(course: Course, scene: Scene): Played {
  const start = opening(scene);
  if (course.startsWith("people_")) return playPeople(course, scene, start);
  if (course === "ai_drafting") return { ...start, status: "in_progress" };
  if (course.startsWith("held_") || course === "rejected_solved") {
    return playHeld(course, scene, start);
  }
  return playSent(course, scene, start);
}

function opening({ voice, body, minutesAgo }: Scene): Played {
  return {
    status: "open",
    messages: [{ author: "customer", public: true, text: body, minutesAgo }],
    waitingSinceMinutesAgo: minutesAgo,
    assigneeEmail: null,
    sentiment: voice.question.sentiment,
  };
}

/** Sent by the assistant, with or without a flag. */
function playSent(course: Course, scene: Scene, start: Played): Played {
  const { voice, team, agent, minutesAgo } = scene;
  const flagged = course.startsWith("flagged_");
  const attempt = makeAttempt(scene, flagged ? "sent_flagged" : "sent");
  const reply: DemoMessage = {
    author: "ai",
    public: true,
    text: attempt.draft,
    minutesAgo: attempt.minutesAgo,
  };
  const sent: Played = {
    ...start,
    status: flagged ? "pending_customer" : "settled",
    messages: [...start.messages, reply],
    waitingSinceMinutesAgo: null,
    attempt: flagged ? attempt : { ...attempt, outcome: "no_follow_up" },
  };
  if (course === "flagged_waiting") return sent;
  if (course === "ai_sent") return confirm(scene, sent);
  if (course === "ai_reopened") {
    const again = later(scene, attempt.minutesAgo, 25, 500, false);
    const text = customerNote(voice, voice.random.pick(REOPENERS));
    return {
      ...sent,
      status: "open",
      messages: [...sent.messages, { author: "customer", public: true, text, minutesAgo: again }],
      waitingSinceMinutesAgo: again,
      sentiment: -0.4,
      attempt: { ...attempt, outcome: "reopened" },
    };
  }
  const reviewer = castPerson(voice.random, team, true);
  const reviewed = later(scene, minutesAgo, 40, 700);
  if (course === "flagged_approved") {
    const approved = reviewedAs(attempt, "approved", reviewer, reviewed);
    return confirm(scene, { ...sent, status: "settled", attempt: approved });
  }
  const correction = answerBy(scene, reviewer, reviewed);
  return confirm(scene, {
    ...sent,
    status: "settled",
    messages: [...sent.messages, correction],
    assigneeEmail: agent.email === reviewer.email ? agent.email : null,
    attempt: reviewedAs(attempt, "corrected", reviewer, reviewed),
  });
}

/** Held until a person has decided. */
function playHeld(course: Course, scene: Scene, start: Played): Played {
  const { agent, minutesAgo } = scene;
  const attempt = makeAttempt(scene, "held");
  if (course === "held_waiting") return { ...start, status: "pending_customer", attempt };
  const decided = later(scene, minutesAgo, 20, 600);
  if (course === "held_rejected") {
    const rejected = reviewedAs(attempt, "rejected", agent, decided);
    const messages = [...start.messages, note(scene, decided)];
    const assigneeEmail = agent.email;
    return { ...start, messages, assigneeEmail, attempt: rejected };
  }
  if (course === "rejected_solved") {
    const rejected = reviewedAs(attempt, "rejected", agent, decided);
    return solve(scene, { ...start, attempt: rejected }, decided);
  }
  const reply: DemoMessage =
    course === "held_approved"
      ? { author: "ai", public: true, text: attempt.draft, minutesAgo: decided }
      : answerBy(scene, agent, decided);
  const state = course === "held_approved" ? "approved" : "corrected";
  return confirm(scene, {
    ...start,
    status: "settled",
    messages: [...start.messages, reply],
    waitingSinceMinutesAgo: null,
    assigneeEmail: state === "corrected" ? agent.email : null,
    attempt: reviewedAs(attempt, state, agent, decided),
  });
}

/** Never drafted: people from the start. */
function playPeople(course: Course, scene: Scene, start: Played): Played {
  const { voice, team, agent, minutesAgo } = scene;
  const { random, question } = voice;
  const reason = escalation(question, voice.channel) ?? (question.answers ? TAKEN_OVER : ESCALATED);
  const handed: DemoMessage = {
    author: "system",
    public: false,
    text: `Handed to ${team}. ${reason}`,
    minutesAgo: Math.max(1, minutesAgo - 1),
  };
  const base: Played = {
    ...start,
    messages: [...start.messages, handed],
    escalationReason: reason,
  };
  if (course === "people_open") return base;
  const taken = later(scene, minutesAgo, 8, 200);
  const assigneeEmail = agent.email;
  if (course === "people_working") {
    const messages = [...base.messages, note(scene, taken)];
    return { ...base, status: "in_progress", messages, assigneeEmail };
  }
  if (course === "people_asked") {
    const text = agentText(voice, random.pick(QUESTIONS_BACK[question.intent]), agent, team);
    return {
      ...base,
      status: "pending_customer",
      messages: [...base.messages, agentMessage(agent, text, taken)],
      waitingSinceMinutesAgo: null,
      assigneeEmail,
    };
  }
  return solve(scene, base, taken);
}

/** A person answers, and where the customer asks once more, answers again. */
function solve(scene: Scene, played: Played, from: number): Played {
  const { voice, agent, team } = scene;
  const { question, random } = voice;
  const notes = random.chance(0.4) ? [note(scene, from)] : [];
  const answered = later(scene, from, 5, 90);
  const solved: Played = {
    ...played,
    status: "settled",
    messages: [...played.messages, ...notes, answerBy(scene, agent, answered)],
    waitingSinceMinutesAgo: null,
    assigneeEmail: agent.email,
  };
  if (question.closingReply === undefined || question.followUp === undefined) {
    return confirm(scene, solved);
  }
  const asked = later(scene, answered, 30, 700, false);
  const closed = later(scene, asked, 15, 240);
  const text = agentText(voice, question.closingReply, agent, team);
  const again: DemoMessage = {
    author: "customer",
    public: true,
    text: customerNote(voice, question.followUp),
    minutesAgo: asked,
  };
  return { ...solved, messages: [...solved.messages, again, agentMessage(agent, text, closed)] };
}

/** Some customers say that it worked. */
function confirm(scene: Scene, played: Played): Played {
  const { voice } = scene;
  const { followUp, closingReply } = voice.question;
  const last = played.messages.at(-1);
  if (followUp === undefined || closingReply !== undefined || last === undefined) return played;
  if (last.minutesAgo < 30 || voice.random.chance(0.35)) return played;
  const confirmation: DemoMessage = {
    author: "customer",
    public: true,
    text: customerNote(voice, followUp),
    minutesAgo: later(scene, last.minutesAgo, 15, 600, false),
    confirms: true,
  };
  const { attempt } = played;
  const good = attempt === undefined || attempt.reviewState === "rejected";
  return {
    ...played,
    messages: [...played.messages, confirmation],
    sentiment: 0.7,
    ...(good ? {} : { attempt: { ...attempt, outcome: "confirmed" as const } }),
  };
}

function makeAttempt({ voice, minutesAgo }: Scene, decision: DemoDecision): DemoAttempt {
  const { question, random, channel } = voice;
  const article = articleBySlug(question.nearest);
  const { value, parts } = makeConfidence(
    random,
    decision,
    { title: article.title, answers: question.answers },
    question.sentiment,
  );
  const shown = twoDecimals(value);
  const reasons = {
    sent: `Confidence ${shown} is at least 0.85: sent.`,
    sent_flagged: `Confidence ${shown} is between 0.60 and 0.85: sent and flagged for review.`,
    held: `Confidence ${shown} is below 0.60: held for a person.`,
  };
  const states = { sent: "none", sent_flagged: "flagged", held: "held" } as const;
  return {
    draft: draftText(voice),
    sources: question.quotes.map((quote) => ({ slug: article.slug, quote })),
    confidence: value,
    parts,
    decision,
    reason: reasons[decision],
    reviewState: states[decision],
    minutesAgo: Math.max(1, minutesAgo - (isConversation(channel) ? 1 : random.whole(1, 2))),
  };
}

function reviewedAs(
  attempt: DemoAttempt,
  reviewState: DemoAttempt["reviewState"],
  reviewer: DemoPerson,
  minutesAgo: number,
): DemoAttempt {
  const settled = { ...attempt, reviewState, reviewerEmail: reviewer.email };
  const outcome = reviewState === "rejected" ? {} : { outcome: "no_follow_up" as const };
  return { ...settled, reviewedMinutesAgo: minutesAgo, ...outcome };
}

/** A moment after `minutesAgo`, in working hours unless told otherwise, and always in the past. */
function later(
  { voice, clock }: Scene,
  minutesAgo: number,
  low: number,
  high: number,
  atWork = true,
): number {
  const wanted = minutesAgo - voice.random.whole(low, high);
  const moment = atWork && wanted > 0 ? clock.atWork(wanted) : wanted;
  return moment > 1 ? moment : Math.max(1, Math.floor(minutesAgo * 0.6));
}

function answerBy({ voice, team }: Scene, person: DemoPerson, minutesAgo: number): DemoMessage {
  return agentMessage(person, agentAnswer(voice, person, team), minutesAgo);
}

function agentMessage(person: DemoPerson, text: string, minutesAgo: number): DemoMessage {
  return { author: "agent", personEmail: person.email, public: true, text, minutesAgo };
}

function note({ voice, agent }: Scene, minutesAgo: number): DemoMessage {
  const text = customerNote(voice, voice.random.pick(NOTES[voice.question.intent]));
  return { author: "agent", personEmail: agent.email, public: false, text, minutesAgo };
}
