import { expect, test } from "vitest";
import { blocksOf, type GuardFacts } from "./guards";

const NOW = new Date("2026-01-02T12:00:00Z");

const FREE: GuardFacts = {
  now: NOW,
  stopped: false,
  forPeople: [],
  ticket: {
    status: "in_progress",
    assigneeId: null,
    escalationReason: null,
    historic: false,
    demo: false,
  },
  personReplied: false,
  askedAt: NOW,
  historic: false,
  stale: false,
  automatic: null,
  replies: { inTicket: 0, toCustomer: 0 },
  destination: { transport: "outbox", address: "mina@example.org" },
  draft: { text: "Hello", foreign: null, unsupported: 0 },
};

test("nothing forbids an ordinary answer", () => {
  expect(blocksOf(FREE)).toEqual([]);
});

const ticket = (change: Partial<GuardFacts["ticket"]>) => ({
  ticket: { ...FREE.ticket, ...change },
});
const draft = (change: Partial<GuardFacts["draft"]>) => ({ draft: { ...FREE.draft, ...change } });
const before = (ms: number) => new Date(NOW.getTime() - ms);
const DAY = 86_400_000; // ms

test.each<[Partial<GuardFacts>, RegExp]>([
  [{ stopped: true }, /AI is stopped/],
  [{ forPeople: ["the customer asks for a person"] }, /asks for a person/],
  [ticket({ assigneeId: "x" }), /taken it over/],
  [{ personReplied: true }, /taken it over/],
  [ticket({ escalationReason: "angry" }), /escalated: angry/],
  [ticket({ historic: true }), /historic/],
  [{ historic: true }, /historic/],
  [{ askedAt: before(DAY + 1) }, /older than 24 hours/],
  [ticket({ demo: true }), /demo/],
  [{ automatic: "Precedence: bulk" }, /automatic mail \(Precedence: bulk\)/],
  [{ replies: { inTicket: 3, toCustomer: 3 } }, /3 automatic replies in this ticket/],
  [{ replies: { inTicket: 0, toCustomer: 5 } }, /5 automatic replies to this customer/],
  [{ stale: true }, /written again/],
  [ticket({ status: "open" }), /the ticket is open/],
  [{ destination: { none: "This connection has no reply URL." } }, /no reply URL/],
  [draft({ text: null }), /no article answers it/],
  [draft({ text: null, foreign: "de" }), /language \(de\)/],
  [draft({ unsupported: 1 }), /1 sentence\(s\) rest on no source/],
])("%o blocks", (change, reason) => {
  const blocks = blocksOf({ ...FREE, ...change });
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatch(reason);
});

test("at the limits an answer may still go", () => {
  const facts = { ...FREE, askedAt: before(DAY), replies: { inTicket: 2, toCustomer: 4 } };
  expect(blocksOf(facts)).toEqual([]);
});

test("the same reason stands once", () => {
  const facts = {
    ...FREE,
    ...ticket({ assigneeId: "x" }),
    forPeople: ["a person has taken it over"],
  };
  expect(blocksOf(facts)).toEqual(["a person has taken it over"]);
});
