import { expect, test } from "vitest";
import { decide } from "./decide";
import { blocksOf, type GuardFacts } from "./guards";

const NOW = new Date("2026-01-02T12:00:00Z");

const FREE: GuardFacts = {
  now: NOW,
  stopped: { desk: false, team: false, customer: false },
  writing: false,
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
  ownAddress: null,
  machineTurns: 0,
  replies: { inTicket: 0, toCustomer: 0 },
  limits: { perThread: 3, perCustomerHour: 5, maxAgeHours: 24 },
  destination: { transport: "outbox", address: "mina@example.org" },
  draft: { text: "Hello", foreign: null, unsupported: 0, doubts: [] },
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

const stopped = (where: Partial<GuardFacts["stopped"]>) => ({
  stopped: { ...FREE.stopped, ...where },
});

test.each<[Partial<GuardFacts>, RegExp]>([
  [stopped({ desk: true }), /AI is stopped on this desk/],
  [stopped({ team: true }), /AI is stopped for this team/],
  [stopped({ customer: true }), /AI is stopped for this customer/],
  [{ writing: true }, /is writing a reply/],
  [{ ownAddress: "desk@desk.test" }, /our own address desk@desk.test/],
  [{ machineTurns: 2 }, /two machines have had 2 turns/],
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
  [
    { limits: { ...FREE.limits, perThread: 1 }, replies: { inTicket: 1, toCustomer: 1 } },
    /1 automatic replies in this ticket/,
  ],
  [{ limits: { ...FREE.limits, maxAgeHours: 2 }, askedAt: before(DAY / 8) }, /older than 2 hours/],
  [{ stale: true }, /written again/],
  [ticket({ status: "open" }), /the ticket is open/],
  [{ destination: { none: "This connection has no reply URL." } }, /no reply URL/],
  [draft({ text: null }), /no article answers it/],
  [draft({ text: null, foreign: "de" }), /language \(de\)/],
  [draft({ doubts: ["it is unlike anything seen"] }), /unlike anything seen/],
  [draft({ unsupported: 1 }), /1 sentence\(s\) rest on no source/],
])("%o blocks", (change, reason) => {
  const blocks = blocksOf({ ...FREE, ...change });
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toMatch(reason);
  // Whatever the confidence, also one that is none.
  for (const confidence of [0, 0.5999, 0.6, 0.8499999, 0.85, 1, Number.NaN, -0, 1.0001, null]) {
    const decided = decide(confidence, { send: 0, flag: 0 }, blocks);
    expect(decided).toMatchObject({ decision: "held", reviewState: "held", thenStatus: null });
    expect(decided.because).toMatch(reason);
  }
});

test("at the limits an answer may still go", () => {
  const replies = { inTicket: 2, toCustomer: 4 };
  const facts = { ...FREE, askedAt: before(DAY), replies, machineTurns: 1 };
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
