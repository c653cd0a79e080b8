import { expect, test } from "vitest";
import { type Found, score, whereOf } from "./rank";

const now = new Date("2026-03-15T12:00:00.000Z");
const found = (set: Partial<Found> = {}): Found => ({
  ticketId: "t",
  messageId: "m",
  kind: "message",
  messageRank: 0.1,
  inSubject: false,
  byCustomer: false,
  status: "closed",
  at: now.toISOString(),
  ...set,
});

test("the subject counts more than a message, then the newer, then the open one", () => {
  const base = score(found(), now);
  expect(score(found({ inSubject: true, messageRank: 0 }), now)).toBeGreaterThan(base);
  expect(score(found({ messageRank: 0.4 }), now)).toBeGreaterThan(base);
  expect(score(found({ at: "2025-03-15T12:00:00.000Z" }), now)).toBeLessThan(base);
  expect(score(found({ status: "open" }), now)).toBeGreaterThan(base);
  expect(score(found({ at: "2027-01-01T00:00:00.000Z" }), now)).toBe(base);
});

test("says where the words stand", () => {
  expect(whereOf(found())).toBe("message");
  expect(whereOf(found({ kind: "note" }))).toBe("note");
  expect(whereOf(found({ messageId: null, inSubject: true }))).toBe("subject");
  expect(whereOf(found({ messageId: null, byCustomer: true }))).toBe("customer");
});
