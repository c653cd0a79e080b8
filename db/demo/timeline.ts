import type { EventName, EventPayload } from "@/lib/event/model";
import { DEFAULT_ROUTES } from "@/lib/rule/model";
import type { TicketStatus } from "@/lib/ticket/model";
import type { deliveries } from "../schema/deliver";
import type { events } from "../schema/event";
import type { AttemptRow } from "./attempt-rows";
import { type Cast, idAt, type MessageRow, minutesBefore } from "./cast-rows";
import type { DemoTicket } from "./types";

type Story = {
  demo: DemoTicket;
  ticketId: string;
  thread: MessageRow[];
  attempt: AttemptRow | null;
  deliveries: (typeof deliveries.$inferInsert & { sentAt: Date })[];
  cast: Cast;
};

type Actor = Pick<typeof events.$inferInsert, "actorType" | "actorId">;
const job = (actorId: string): Actor => ({ actorType: "job", actorId });
const person = (id: string): Actor => ({ actorType: "person", actorId: id });
const DEMO: Actor = { actorType: "system", actorId: "demo" };

/** Writes events down in the order of their time, and keeps count of the status. */
class Journal {
  readonly rows: (typeof events.$inferInsert)[] = [];
  status: TicketStatus = "open";

  constructor(readonly ticketId: string) {}

  tell<E extends EventName>(
    type: E,
    payload: Omit<EventPayload<E>, "ticketId">,
    actor: Actor,
    at: Date,
  ): void {
    const full = { ticketId: this.ticketId, ...payload };
    const row = { ticketId: this.ticketId, type, payload: full, createdAt: at, ...actor };
    this.rows.push({ id: idAt(at), ...row });
  }

  move(to: TicketStatus, because: string, actor: Actor, at: Date): void {
    if (this.status === to) return;
    this.tell("ticket.status_changed", { from: this.status, to, because }, actor, at);
    this.status = to;
  }
}

type Step = { at: Date; tell: (journal: Journal) => void };

/** Everything that has happened to a ticket, as the pipeline would have written it. */
export function timeline(story: Story): (typeof events.$inferInsert)[] {
  const steps = [...messageSteps(story), ...attemptSteps(story), ...endSteps(story)];
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  const journal = new Journal(story.ticketId);
  for (const step of steps) step.tell(journal);
  const { demo } = story;
  const last = steps.at(-1)?.at ?? story.cast.now;
  journal.move(demo.status, "A person took it up.", DEMO, last);
  return journal.rows;
}

function messageSteps(story: Story): Step[] {
  return story.thread.flatMap((message, index) => {
    if (index === 0) return [{ at: message.createdAt, tell: arrival(story, message) }];
    if (message.author === "customer") return [{ at: message.createdAt, tell: answer(message) }];
    if (message.public) return [{ at: message.createdAt, tell: reply(story, message) }];
    return [
      {
        at: message.createdAt,
        tell: (journal: Journal) =>
          journal.tell(
            "note.added",
            { messageId: message.id },
            actorOf(message),
            message.createdAt,
          ),
      },
    ];
  });
}

const arrival = (story: Story, message: MessageRow) => (journal: Journal) => {
  const { demo, attempt } = story;
  const at = message.createdAt;
  const received = {
    messageId: message.id,
    outcome: "created",
    because: "A new request.",
  } as const;
  journal.tell("message.received", received, DEMO, at);
  const routed = {
    messageId: message.id,
    intents: demo.intents,
    category: demo.category,
    priority: demo.priority,
    reasons: demo.priorityReasons.map((text) => ({ text, evidence: [] })),
    team: demo.teamName,
    rules: [
      {
        name: DEFAULT_ROUTES.find(({ team }) => team === demo.teamName)?.name ?? "Everything else",
        matched: true,
        why: demo.intents[0]
          ? `Its main intent is ${demo.intents[0].intent.replaceAll("_", " ")}.`
          : "No intent was found.",
      },
    ],
    aiMayAnswer: attempt !== null,
  };
  journal.tell("ticket.routed", routed, job("route.classify"), at);
  if (attempt || demo.status === "in_progress") {
    journal.move("in_progress", "Handed to the assistant.", job("route.classify"), at);
  }
};

const answer = (message: MessageRow) => (journal: Journal) => {
  const because = "An answer in the same conversation.";
  const received = { messageId: message.id, outcome: "joined", because } as const;
  journal.tell("message.received", received, DEMO, message.createdAt);
  const thanks = message.metadata && "confirms" in message.metadata;
  if (!thanks) journal.move("open", "The customer wrote again.", DEMO, message.createdAt);
};

const reply = (story: Story, message: MessageRow) => (journal: Journal) => {
  const delivery = story.deliveries.find((sent) => sent.messageId === message.id);
  const mine = story.attempt?.sentMessageId === message.id ? story.attempt : null;
  const at = message.createdAt;
  const approved = { messageId: message.id, attemptId: mine?.id ?? null, thenStatus: null };
  journal.tell("reply.approved", approved, actorOf(message), at);
  if (!delivery) return;
  const { id: deliveryId, transport, sentAt } = delivery;
  const by = job("deliver.send-reply");
  journal.tell("reply.delivered", { messageId: message.id, deliveryId, transport }, by, sentAt);
  if (mine?.decision === "sent_flagged") {
    journal.move("pending_customer", "Sent, and flagged for review.", by, sentAt);
  } else if (!story.demo.resolvedMinutesAgo) {
    const to = mine?.decision === "sent" ? "resolved" : "pending_customer";
    journal.move(to, "The reply was sent.", by, sentAt);
  }
};

function attemptSteps({ demo, attempt }: Story): Step[] {
  if (!attempt) return [];
  const { id: attemptId, decision, confidence, decisionReason, createdAt, reviewedAt } = attempt;
  const by = job("resolve.draft-reply");
  const proposed: Step = {
    at: createdAt,
    tell(journal) {
      const draft = { attemptId, decision, confidence, because: decisionReason };
      journal.tell("draft.proposed", draft, by, createdAt);
      if (decision === "held") journal.move("pending_customer", decisionReason, by, createdAt);
    },
  };
  if (!reviewedAt || !attempt.reviewedBy) return [proposed];
  const reviewer = person(attempt.reviewedBy);
  const state = demo.attempt?.reviewState;
  const settled: Step = {
    at: new Date(reviewedAt.getTime() - 1), // ms: the decision comes before the reply it sends
    tell(journal) {
      if (state === "rejected") {
        const why = { attemptId, reason: "wrong_answer" as const, note: "" };
        journal.tell("draft.rejected", why, reviewer, reviewedAt);
        journal.move("open", "The draft was rejected.", reviewer, reviewedAt);
      } else {
        const edited = state === "corrected";
        journal.tell("draft.approved", { attemptId, edited }, reviewer, reviewedAt);
      }
    },
  };
  return [proposed, settled];
}

function endSteps({ demo, cast }: Story): Step[] {
  const steps: Step[] = [];
  const end = (minutesAgo: number | null, to: TicketStatus, because: string) => {
    if (minutesAgo === null) return;
    const at = new Date(minutesBefore(cast.now, minutesAgo).getTime() + 5_000); // ms, after sending
    steps.push({ at, tell: (journal) => journal.move(to, because, DEMO, at) });
  };
  end(demo.resolvedMinutesAgo, "resolved", "The reply was sent.");
  end(demo.closedMinutesAgo, "closed", "No activity for 7 days.");
  const assignee = demo.assigneeEmail ? cast.people.get(demo.assigneeEmail) : undefined;
  const own = demo.messages.find((m) => m.personEmail === demo.assigneeEmail);
  if (assignee) {
    const at = minutesBefore(cast.now, own?.minutesAgo ?? demo.minutesAgo);
    const teamId = cast.teams.get(demo.teamName) ?? null;
    const tell = (journal: Journal) =>
      journal.tell("ticket.assigned", { personId: assignee, teamId }, person(assignee), at);
    steps.push({ at, tell });
  }
  return steps;
}

const actorOf = (message: MessageRow): Actor =>
  message.personId ? person(message.personId) : job("resolve.draft-reply");
