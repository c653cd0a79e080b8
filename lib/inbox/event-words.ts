import { EVENTS, type EventName } from "../event/model";
import { TARGET_WORDS } from "../sla/model";
import { cut2, DECISION_WORDS, intentWords, REJECT_WORDS, STATUS_WORDS } from "./model";

export type EventWords = {
  text: string;
  details: string[];
  /** Stands in the conversation, not only in the full timeline. */
  folded: boolean;
  /** A moment that the text ends with, ISO: only the reader's browser knows their time zone. */
  until: string | null;
};

type Teller = (payload: unknown, names: ReadonlyMap<string, string>) => EventWords;

const line = (text: string, folded = true, details: string[] = []): EventWords => ({
  text,
  folded,
  details: details.filter(Boolean),
  until: null,
});

/** A reason behind a dot; its own full stop would stand before the time. */
const because = (why: string) => (why ? ` · ${why.replace(/\.$/, "")}` : "");

/** A teller that reads the payload by the event's own schema. */
function telling<E extends EventName>(
  name: E,
  tell: (
    payload: ReturnType<(typeof EVENTS)[E]["parse"]>,
    names: ReadonlyMap<string, string>,
  ) => EventWords,
): Teller {
  return (payload, names) =>
    // The schema is the one of this very name, so its output is what `tell` takes.
    tell(EVENTS[name].parse(payload) as ReturnType<(typeof EVENTS)[E]["parse"]>, names);
}

const TELLERS: { [E in EventName]?: Teller } = {
  "message.received": telling("message.received", (p) =>
    line(p.outcome === "created" ? "Request received" : "Customer's message joined", false, [
      p.because,
    ]),
  ),
  "message.confirmed": telling("message.confirmed", (p) =>
    line(`Customer confirmed${because(p.because)}`),
  ),
  "ticket.opened": telling("ticket.opened", (p) => line(`Opened${because(p.because)}`, false)),
  "ticket.context_added": telling("ticket.context_added", (p) =>
    line("More was told of the conversation", true, [
      p.turns > 0 ? `${p.turns} earlier message(s)` : "",
      ...p.tools.map((tool) => `Tool used: ${tool}`),
      p.escalated ? "A reason for the escalation" : "",
    ]),
  ),
  "ticket.routed": telling("ticket.routed", (p) => {
    const [top] = p.intents;
    const matched = p.rules.filter((rule) => rule.matched);
    const facts = [
      `Routed to ${p.team}`,
      top ? `${intentWords(top.intent)} ${cut2(top.score)}` : "of no known kind",
      priorityWords(p.priority, p.reasons),
      ...matched.map((rule) => `rule “${rule.name}”`),
      !p.aiMayAnswer && "for people: the AI only drafts",
    ];
    return line(facts.filter(Boolean).join(" · "), true, [
      ...p.intents.map(({ intent, score }) => `${intentWords(intent)} ${cut2(score)}`),
      ...p.reasons.map(reasonWords),
      ...(p.sentimentReasons ?? []).map(reasonWords),
      ...(p.tried ?? []).map(({ step }) => `Already tried: ${step}`),
      ...(p.aiMayNotBecause ?? []).map((why) => `The AI only drafts: ${why}`),
      p.assignedBecause ? `Assignee: ${p.assignedBecause}` : "",
      p.retitled ? "The subject is now the first question" : "",
      p.language ? `Language: ${p.language}` : "",
      ...p.rules.map(
        (rule) => `Rule “${rule.name}” ${rule.matched ? "matched" : "did not match"}: ${rule.why}`,
      ),
    ]);
  }),
  "draft.proposed": telling("draft.proposed", (p) =>
    line(`${DECISION_WORDS[p.decision]} ${cut2(p.confidence)}${because(p.because)}`, true, [
      p.sampled ? "Chosen for the audit of confident replies" : "",
    ]),
  ),
  "draft.approved": telling("draft.approved", (p) =>
    line(p.edited ? "Corrected the draft" : "Approved the draft"),
  ),
  "draft.rejected": telling("draft.rejected", (p) =>
    line(`Rejected the draft: ${REJECT_WORDS[p.reason].toLowerCase()}${because(p.note)}`),
  ),
  "draft.taken_over": telling("draft.taken_over", () =>
    line("Draft set aside: a person took over"),
  ),
  "review.asked": telling("review.asked", (p, names) => {
    const who = p.personId ? (names.get(p.personId) ?? "a colleague") : "any other reviewer";
    return line(p.withdrawn ? "Asked for no second look any more" : `Asked ${who} to look, too`);
  }),
  "review.seconded": telling("review.seconded", () =>
    line("Approved the draft; a second person must approve the same words"),
  ),
  "review.put_off": telling("review.put_off", (p) =>
    p.until
      ? { ...line("Put the draft off until", false), until: p.until }
      : line("Looks at the draft after all", false),
  ),
  "review.undone": telling("review.undone", () => line("Took back the verdict on the draft")),
  "reply.approved": telling("reply.approved", (p) =>
    line(
      p.thenStatus
        ? `Reply on its way; then ${STATUS_WORDS[p.thenStatus].toLowerCase()}`
        : "Reply on its way",
      false,
    ),
  ),
  "reply.delivered": telling("reply.delivered", (p) =>
    line(TRANSPORT_WORDS[p.transport] ?? "Reply delivered", false),
  ),
  "reply.failed": telling("reply.failed", (p) =>
    line(p.final ? "Reply could not be delivered" : "Delivery failed, will be tried again", true, [
      p.error,
    ]),
  ),
  "delivery.changed": telling("delivery.changed", (p) =>
    line(p.change === "retried" ? "Sent the reply again" : "Cancelled the delivery"),
  ),
  "ticket.status_changed": telling("ticket.status_changed", (p) =>
    line(`${STATUS_WORDS[p.from]} → ${STATUS_WORDS[p.to]}${because(p.because)}`),
  ),
  "ticket.assigned": telling("ticket.assigned", (p, names) => {
    const person = p.personId && (names.get(p.personId) ?? "someone who has left");
    const team = p.teamId && (names.get(p.teamId) ?? "a team that is gone");
    if (person) return line(`Assigned to ${person}`, true, team ? [`Team ${team}`] : []);
    return line(team ? `Given to ${team}` : "Unassigned");
  }),
  "ticket.priority_changed": telling("ticket.priority_changed", (p) =>
    line(`Priority ${p.from} → ${p.to}`),
  ),
  "ticket.relabelled": telling("ticket.relabelled", (p) => {
    const [from, to] = [p.from, p.to].map((slug) => (slug ? intentWords(slug) : "none"));
    return line(`${p.label === "category" ? "Category" : "Intent"} ${from} → ${to}`);
  }),
  "ticket.tagged": telling("ticket.tagged", (p) =>
    line(
      [
        p.added.length > 0 ? `Tagged ${p.added.join(", ")}` : "",
        p.removed.length > 0 ? `Tag taken off: ${p.removed.join(", ")}` : "",
      ]
        .filter(Boolean)
        .join(" · "),
    ),
  ),
  "ticket.linked": telling("ticket.linked", (p, names) => {
    const other = ticketName(p.linkedTicketId, names);
    const words = p.kind === "duplicate" ? `Duplicate of ${other}` : `Linked to ${other}`;
    return line(`${words}${because(p.because)}`);
  }),
  "ticket.snoozed": telling("ticket.snoozed", (p) => ({
    ...line("Snoozed until"),
    until: p.until,
  })),
  "ticket.woken": telling("ticket.woken", (p) => line(`Woken${because(p.because)}`)),
  "ticket.merged": telling("ticket.merged", (p, names) => {
    const other = ticketName(p.otherTicketId, names);
    const count = messageCount(p.messages);
    return p.role === "source"
      ? line(`Merged into ${other}; ${count} went there`)
      : line(`Merged ${other} into this one; ${count} came over`);
  }),
  "ticket.unmerged": telling("ticket.unmerged", (p, names) => {
    const other = ticketName(p.otherTicketId, names);
    return line(p.role === "source" ? `Taken out of ${other} again` : `${other} is its own again`);
  }),
  "message.moved": telling("message.moved", (p, names) => {
    const here = p.toTicketId === p.ticketId;
    const other = ticketName(here ? p.fromTicketId : p.toTicketId, names);
    if (p.split) return line(here ? `Split from ${other}` : `A message was split into ${other}`);
    return line(here ? `A message came from ${other}` : `A message was moved to ${other}`);
  }),
  "ticket.taken_up": telling("ticket.taken_up", (p) =>
    line(`Taken up again, draft ${p.round}${because(p.because)}`),
  ),
  "acknowledgement.sent": telling("acknowledgement.sent", () =>
    line("Told the customer that a person will answer"),
  ),
  "reply.undone": telling("reply.undone", () => line("Took the reply back before it left")),
  "signal.undone": telling("signal.undone", () =>
    line("Took back what the desk had learned from this"),
  ),
  "correction.learned": telling("correction.learned", (p) => {
    const what = p.kind === "undone" ? "Taken back" : "Learned from this";
    const others = p.toldWith === undefined ? "" : ", together with later corrections";
    const changed = `${p.changed} of ${p.of} open tickets would now be answered differently`;
    const numbers = p.tickets.map((number) => `#${number}`);
    const first = numbers.slice(0, NAMED).join(", ");
    const more = p.changed > NAMED ? ` and ${p.changed - NAMED} more` : "";
    const named = first ? ` (${first}${more})` : "";
    const details = numbers.length > NAMED ? [numbers.join(", ")] : [];
    return line(`${what}${others}: ${changed}${named}`, p.changed > 0, details);
  }),
  "question.grouped": telling("question.grouped", (p) =>
    line(
      p.size === 1
        ? "Unlike anything seen so far"
        : `Unlike anything seen so far; ${p.size} such questions`,
    ),
  ),
  "csat.received": telling("csat.received", (p, names) => {
    const comment = names.get(p.ratingId);
    return line(`Rated ${p.score} of 5${comment ? `: “${shortened(comment)}”` : ""}`);
  }),
  "sla.warned": telling("sla.warned", (p) => ({
    ...line(`${TARGET_WORDS[p.target]} due`),
    until: p.dueAt,
  })),
  "sla.breached": telling("sla.breached", (p) => ({
    ...line(`${TARGET_WORDS[p.target]} late: it was due`),
    until: p.dueAt,
  })),
  "note.added": telling("note.added", () => line("Added a note", false)),
  "proposal.made": telling("proposal.made", (p) => line(`The model proposes ${p.tool}`)),
  "proposal.confirmed": telling("proposal.confirmed", (p) => line(`Confirmed ${p.tool}`)),
  "proposal.declined": telling("proposal.declined", (p) => line(`Declined ${p.tool}`)),
  "proposal.done": telling("proposal.done", (p) => line(`${p.tool} was carried out`)),
  "proposal.failed": telling("proposal.failed", (p) =>
    line(`${p.tool} was not carried out, as far as is known`, true, [p.error]),
  ),
};

const ticketName = (id: string, names: ReadonlyMap<string, string>) =>
  names.get(id) ?? "another ticket";

const messageCount = (count: number) => (count === 1 ? "1 message" : `${count} messages`);

/** Changed tickets that a line names; the full timeline names more. */
const NAMED = 3;
const QUOTED = 120;
const shortened = (text: string) =>
  text.length > QUOTED ? `${text.slice(0, QUOTED - 1).toWellFormed()}…` : text;

const TRANSPORT_WORDS: Record<string, string> = {
  smtp: "Reply sent by e-mail",
  outbox: "Reply kept in the outbox: no mail server is set",
  webhook: "Reply posted to the connection",
  pull: "Reply ready for the customer's app to fetch",
};

/** "urgent: everyone is blocked (“whole team”)". */
function priorityWords(
  priority: string,
  reasons: readonly { text: string; evidence: readonly string[] }[],
): string {
  const [first] = reasons; // the others stand in the full timeline, and the rule in this line
  return first && !/^rule "/i.test(first.text) ? `${priority}: ${reasonWords(first)}` : priority;
}

function reasonWords(reason: { text: string; evidence: readonly string[] }): string {
  const text = reason.text.replace(/\.$/, "");
  const quoted = reason.evidence.map((words) => `“${words}”`).join(", ");
  return quoted ? `${text} (${quoted})` : text;
}

/**
 * What an event says on the timeline. An event of a later version, or one whose payload this
 * version can't read, is named rather than hidden.
 */
export function eventWords(
  type: string,
  payload: unknown,
  names: ReadonlyMap<string, string>,
): EventWords {
  const tell = Object.hasOwn(TELLERS, type) ? TELLERS[type as EventName] : undefined;
  try {
    return tell?.(payload, names) ?? line(plain(type), false);
  } catch {
    return line(plain(type), false);
  }
}

/** "ticket.routed" → "Ticket routed". */
function plain(type: string): string {
  const words = type.replace(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
