import { describe, expect, it } from "vitest";
import { PART_WEIGHTS } from "./confidence";
import { demoQuestions } from "./questions";
import { RULES } from "./routing";
import { buildDemo } from "./story";
import type { DemoMessage, DemoTicket } from "./types";

const DAY = 1440;
const desk = buildDemo(20_261_121);
const { tickets } = desk;

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const isReply = (message: DemoMessage) =>
  message.public && (message.author === "agent" || message.author === "ai");

/** When the last customer message that nobody has answered was written. */
function unanswered(ticket: DemoTicket): number | null {
  const thread = ticket.messages.filter((message) => message.public && !message.confirms);
  const last = thread.at(-1);
  return last?.author === "customer" ? last.minutesAgo : null;
}

describe("the cast", () => {
  it("has the promised numbers, with unique names and addresses", () => {
    const { people, accounts, customers, articles } = desk;
    expect([accounts.length, customers.length, articles.length]).toEqual([40, 60, 40]);
    expect(people).toHaveLength(14);
    for (const keys of [
      people.map((person) => person.email),
      accounts.map((account) => account.name),
      customers.map((customer) => customer.email),
      customers.map((customer) => customer.name),
      articles.map((article) => article.slug),
      articles.map((article) => article.title),
    ]) {
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("has one admin first, at least two reviewers, and people in all seven teams", () => {
    const roles = desk.people.map((person) => person.role);
    expect(roles[0]).toBe("admin");
    expect(countBy(roles)).toMatchObject({ admin: 1, reviewer: 3 });
    expect(new Set(desk.people.flatMap((person) => person.teams)).size).toBe(7);
  });

  it("writes only to addresses that cannot exist, and leaves no account without people", () => {
    const everyone = [...desk.people, ...desk.customers];
    expect(everyone.filter(({ email }) => !/^[a-z.]+@[a-z-]+\.example$/.test(email))).toEqual([]);
    expect(new Set(desk.customers.map((customer) => customer.accountIndex)).size).toBe(40);
  });

  it("has articles of a readable length", () => {
    const words = desk.articles.map(({ body }) => body.split(/\s+/).length);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(90);
    expect(Math.max(...words)).toBeLessThanOrEqual(220);
  });

  it("asks at least 110 questions, and every article answers at least one", () => {
    expect(demoQuestions.length).toBeGreaterThanOrEqual(110);
    const answering = new Set(demoQuestions.map((question) => question.articleSlug));
    expect(desk.articles.filter(({ slug }) => !answering.has(slug))).toEqual([]);
    const alone = demoQuestions.filter((one) => !one.answers && one.agentReply === undefined);
    expect(alone).toEqual([]);
  });
});

describe("the story", () => {
  it("is the same for the same seed and another for another", () => {
    expect(buildDemo(20_261_121)).toEqual(desk);
    expect(buildDemo(8).tickets).not.toEqual(tickets);
  });

  const moments = ["2026-01-15T15:00:00Z", "2026-03-01T03:10:00Z", "2027-12-31T23:59:00Z"];
  it.each(moments.flatMap((now) => [1, 2, 3].map((seed) => ({ now, seed }))))(
    "shows every state for seed $seed at $now",
    ({ now, seed }) => {
      const story = buildDemo(seed, new Date(now)).tickets;
      expect(story).toHaveLength(300);
      const statuses = countBy(story.map((ticket) => ticket.status));
      for (const status of ["open", "in_progress", "pending_customer", "resolved", "closed"]) {
        expect(statuses[status], status).toBeGreaterThanOrEqual(5);
      }
      const decisions = countBy(story.map((ticket) => ticket.attempt?.decision ?? "none"));
      for (const decision of ["sent", "sent_flagged", "held", "none"]) {
        expect(decisions[decision], decision).toBeGreaterThanOrEqual(25);
      }
      const states = countBy(story.map((ticket) => ticket.attempt?.reviewState ?? "none"));
      for (const state of ["none", "flagged", "held", "approved", "corrected", "rejected"]) {
        expect(states[state], state).toBeGreaterThanOrEqual(4);
      }
      expect(Object.keys(countBy(story.map((ticket) => ticket.channel)))).toHaveLength(6);
      expect(new Set(story.map(({ messages }) => messages[0]?.text)).size).toBe(300);
    },
  );

  it("lies within 60 days, mostly on weekdays, with more unsettled tickets lately", () => {
    expect(Math.max(...tickets.map((ticket) => ticket.minutesAgo))).toBeLessThan(60 * DAY);
    const now = Date.parse("2026-01-15T15:00:00Z");
    const weekend = tickets.filter(({ minutesAgo }) =>
      [0, 6].includes(new Date(now - minutesAgo * 60_000).getUTCDay()),
    );
    expect(weekend.length).toBeLessThan(45);
    const unsettled = (from: number, to: number) => {
      const span = tickets.filter((t) => t.minutesAgo >= from * DAY && t.minutesAgo < to * DAY);
      return span.filter((t) => t.resolvedMinutesAgo === null).length / span.length;
    };
    expect(unsettled(0, 4)).toBeGreaterThan(0.4);
    expect(unsettled(21, 60)).toBe(0);
  });

  it("leaves no slot or choice open", () => {
    const texts = tickets.flatMap((ticket) => [
      ticket.subject,
      ...ticket.messages.map((m) => m.text),
    ]);
    expect(texts.filter((text) => /[{}|]|undefined|NaN/.test(text) || text.trim() === "")).toEqual(
      [],
    );
  });
});

describe("every ticket", () => {
  it("has its times in order and in the past", () => {
    for (const { messages, attempt, minutesAgo, ...ticket } of tickets) {
      const times = messages.map((message) => message.minutesAgo);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(times[0]).toBe(minutesAgo);
      expect(Math.min(...times, attempt?.minutesAgo ?? 1)).toBeGreaterThanOrEqual(1);
      if (attempt?.reviewedMinutesAgo !== undefined) {
        expect(attempt.reviewedMinutesAgo).toBeLessThanOrEqual(attempt.minutesAgo);
      }
      expect(ticket.resolvedMinutesAgo ?? 0).toBeLessThanOrEqual(minutesAgo);
      expect(ticket.closedMinutesAgo !== null).toBe(ticket.status === "closed");
      expect(ticket.resolvedMinutesAgo !== null).toBe(/resolved|closed/.test(ticket.status));
    }
  });

  it("waits exactly when a customer message is unanswered", () => {
    for (const ticket of tickets) expect(ticket.waitingSinceMinutesAgo).toBe(unanswered(ticket));
  });

  it("follows the rule of its primary intent", () => {
    for (const ticket of tickets) {
      const rule = RULES[ticket.intents[0]?.intent ?? "unclassified"];
      expect(ticket.teamName).toBe(rule.team);
      expect(ticket.tags).toEqual(expect.arrayContaining([...rule.tags]));
      const order = ["low", "normal", "high", "urgent"];
      expect(order.indexOf(ticket.priority)).toBeGreaterThanOrEqual(order.indexOf(rule.priority));
      expect(ticket.priorityReasons.length).toBeGreaterThan(0);
    }
  });

  it("quotes its articles word for word, and drafts with nothing but quotes", () => {
    const bodies = new Map(desk.articles.map((article) => [article.slug, article.body]));
    for (const { attempt } of tickets) {
      for (const { slug, quote } of attempt?.sources ?? []) {
        expect(bodies.get(slug)).toContain(quote);
        expect(attempt?.draft).toContain(quote);
      }
      expect(attempt === undefined || attempt.sources.length > 0).toBe(true);
    }
  });

  it("names only people of the desk, and lets only reviewers settle flagged replies", () => {
    const roles = new Map(desk.people.map((person) => [person.email, person.role]));
    for (const { assigneeEmail, messages, attempt } of tickets) {
      if (assigneeEmail !== null) expect(roles.has(assigneeEmail)).toBe(true);
      for (const { author, personEmail } of messages) {
        expect(roles.has(personEmail ?? "")).toBe(author === "agent");
      }
      const settled = attempt?.reviewerEmail;
      if (settled === undefined) continue;
      expect(roles.has(settled)).toBe(true);
      if (attempt?.decision === "sent_flagged") expect(roles.get(settled)).not.toBe("agent");
    }
  });
});

describe("every attempt", () => {
  const attempts = tickets.flatMap((ticket) => {
    const { attempt } = ticket;
    return attempt === undefined ? [] : [{ ticket, attempt }];
  });

  it("has a confidence in its band that is the weighted sum of its parts", () => {
    for (const { attempt } of attempts) {
      const bands = { sent: [0.85, 1], sent_flagged: [0.6, 0.85], held: [0, 0.6] } as const;
      const [low, high] = bands[attempt.decision];
      expect(attempt.confidence).toBeGreaterThanOrEqual(low);
      expect(attempt.confidence).toBeLessThan(high);
      const sum = attempt.parts.reduce((s, p) => s + PART_WEIGHTS[p.name] * p.value, 0);
      expect(attempt.confidence).toBeCloseTo(sum, 3);
    }
  });

  it("leads to the status that its decision and review ask for", () => {
    for (const { ticket, attempt } of attempts) {
      const { status, messages, waitingSinceMinutesAgo } = ticket;
      const settled = status === "resolved" || status === "closed";
      const state = `${attempt.decision} ${attempt.reviewState}`;
      if (state === "sent none" && attempt.outcome === "reopened") expect(status).toBe("open");
      else if (state === "sent none") expect(settled).toBe(true);
      else if (state === "sent_flagged flagged") expect(status).toBe("pending_customer");
      else if (state === "held held") {
        expect(status).toBe("pending_customer");
        expect(waitingSinceMinutesAgo).not.toBeNull();
        expect(messages.some(isReply)).toBe(false);
      } else if (attempt.reviewState === "rejected") {
        expect(status === "open" || (settled && messages.some(isReply))).toBe(true);
      } else expect(settled).toBe(true);
    }
  });

  it("sends nothing unreviewed before the desk has seen a hundred tickets", () => {
    const first = tickets.slice(0, 100);
    expect(first.filter((ticket) => ticket.attempt?.decision === "sent")).toEqual([]);
  });
});
