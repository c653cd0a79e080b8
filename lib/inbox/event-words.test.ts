import { describe, expect, test } from "vitest";
import { eventWords } from "./event-words";

const TICKET = "019a0000-0000-7000-8000-000000000001";
const PERSON = "019a0000-0000-7000-8000-000000000002";
const names = new Map([[PERSON, "Sara Lind"]]);
const say = (type: string, payload: object) =>
  eventWords(type, { ticketId: TICKET, ...payload }, names);

describe("eventWords", () => {
  test("tells where a ticket went and why, in one line", () => {
    const words = say("ticket.routed", {
      messageId: TICKET,
      intents: [{ intent: "bug_report", score: 0.8899 }],
      category: "technical",
      priority: "urgent",
      reasons: [{ text: "everyone is blocked", evidence: ["whole team"] }],
      team: "Engineering",
      rules: [
        { name: "SSO outages", matched: true, why: "text contains SSO" },
        { name: "Cancellations", matched: false, why: "no such intent" },
      ],
      aiMayAnswer: true,
    });
    expect(words.text).toBe(
      "Routed to Engineering · Bug report 0.88 · urgent: everyone is blocked (“whole team”) · rule “SSO outages”",
    );
    expect(words.details).toContain("Rule “Cancellations” did not match: no such intent");
  });

  test("names a rule that set the priority once", () => {
    const words = say("ticket.routed", {
      messageId: TICKET,
      intents: [],
      category: "general",
      priority: "low",
      reasons: [{ text: 'rule "Wishes" sets low', evidence: [] }],
      team: "Product",
      rules: [{ name: "Wishes", matched: true, why: "text contains wish" }],
      aiMayAnswer: true,
    });
    expect(words.text).toBe("Routed to Product · of no known kind · low · rule “Wishes”");
  });

  test("names people, and says when they have left", () => {
    expect(say("ticket.assigned", { personId: PERSON, teamId: null }).text).toBe(
      "Assigned to Sara Lind",
    );
    expect(say("ticket.assigned", { personId: TICKET, teamId: null }).text).toBe(
      "Assigned to someone who has left",
    );
    expect(say("ticket.assigned", { personId: null, teamId: null }).text).toBe("Unassigned");
  });

  test("uses words for statuses, decisions and reasons", () => {
    expect(
      say("ticket.status_changed", { from: "open", to: "pending_customer", because: "" }).text,
    ).toBe("Open → Pending customer");
    expect(
      say("draft.rejected", { attemptId: PERSON, reason: "wrong_tone", note: "too curt" }).text,
    ).toBe("Rejected the draft: wrong tone · too curt");
  });

  test("says what reviewers said, and whom they asked", () => {
    const about = { attemptId: PERSON };
    expect(say("review.asked", { ...about, personId: PERSON }).text).toBe(
      "Asked Sara Lind to look, too",
    );
    expect(say("review.asked", { ...about, personId: null }).text).toContain("any other reviewer");
    expect(say("review.seconded", { ...about, verdict: "approve" }).text).toContain(
      "second person",
    );
    const until = "2026-03-01T10:00:00.000Z";
    expect(say("review.put_off", { ...about, until })).toMatchObject({ until, folded: false });
    expect(say("review.put_off", { ...about, until: null }).until).toBeNull();
    expect(say("review.undone", { ...about, verdict: "reject" }).text).toContain("Took back");
  });

  test("says both sides of a merge and of a moved message", () => {
    const merged = { mergeId: PERSON, otherTicketId: PERSON, messages: 1 };
    const tickets = new Map([[PERSON, "#1042"]]);
    const told = (type: string, payload: object) =>
      eventWords(type, { ticketId: TICKET, ...payload }, tickets).text;
    expect(told("ticket.merged", { ...merged, role: "source" })).toBe(
      "Merged into #1042; 1 message went there",
    );
    expect(told("ticket.merged", { ...merged, messages: 2, role: "target" })).toBe(
      "Merged #1042 into this one; 2 messages came over",
    );
    const moved = { messageId: PERSON, fromTicketId: PERSON, toTicketId: TICKET };
    expect(told("message.moved", { ...moved, split: false })).toBe("A message came from #1042");
    expect(told("message.moved", { ...moved, split: true })).toBe("Split from #1042");
  });

  test("leaves the time of a snooze to the reader's clock", () => {
    const until = "2026-03-11T08:00:00.000Z";
    expect(say("ticket.snoozed", { until })).toMatchObject({ text: "Snoozed until", until });
  });

  test("an event that this version can't read is named, not hidden", () => {
    expect(say("ticket.merged_back", {})).toMatchObject({ text: "Ticket merged back" });
    expect(say("ticket.routed", { broken: true })).toMatchObject({ text: "Ticket routed" });
    expect(say("constructor", {})).toMatchObject({ text: "Constructor" });
  });
});
