import type { eventById } from "../event";
import { EVENTS, type EventName, type EventPayload } from "../event/model";
import type { NoticeKind } from "../notice/model";
import type { ClockTarget } from "../sla/model";

export type Event = NonNullable<Awaited<ReturnType<typeof eventById>>>;

/** What may be told of an event, before it is known who wants to hear it. */
export type Told = {
  kind: NoticeKind;
  /** In plain words; `{who}` is whoever did it. */
  text: string;
  /**
   * These people; whoever has the ticket and those who follow it; all reviewers; or whoever has the
   * ticket, and the sender of its message where nobody has.
   */
  to: "ticket" | "reviewers" | "sender" | readonly string[];
  /** Its first words are quoted. */
  messageId?: string;
};

const TARGET_WORDS: Record<ClockTarget, string> = {
  first: "The first reply",
  next: "The next reply",
  resolution: "The solution",
};

const LOST_WORDS = {
  failed: "The reply could not be delivered",
  unknown: "It is not known whether the reply arrived",
} as const;

type Reader<E extends EventName> = (payload: EventPayload<E>, event: Event) => Told[];

/** What is told to people of each event; the others are told on the timeline alone. */
const READERS: { [E in EventName]?: (payload: unknown, event: Event) => Told[] } = {
  "ticket.assigned": reading("ticket.assigned", ({ personId }) =>
    personId ? [{ kind: "assigned", text: "{who} gave you this ticket", to: [personId] }] : [],
  ),
  "message.received": reading("message.received", ({ outcome, messageId }) =>
    outcome === "joined"
      ? [{ kind: "customer_reply", text: "The customer has written", to: "ticket", messageId }]
      : [],
  ),
  "note.added": reading("note.added", ({ messageId, mentions = [] }) => [
    { kind: "mention", text: "{who} named you in a note", to: mentions, messageId },
    { kind: "note", text: "{who} added a note", to: "ticket", messageId },
  ]),
  // When the customer has written, that is told.
  "ticket.woken": reading("ticket.woken", (_, { actorType }) =>
    actorType === "job" ? [{ kind: "follow_up", text: "The snooze is over", to: "ticket" }] : [],
  ),
  "review.asked": reading("review.asked", ({ personId, withdrawn }) => {
    if (withdrawn) return [];
    const kind = "second_look";
    return personId
      ? [{ kind, text: "{who} asks you for a second look at a draft", to: [personId] }]
      : [{ kind, text: "{who} asks for a second look at a draft", to: "reviewers" }];
  }),
  "review.seconded": reading("review.seconded", () => [
    {
      kind: "second_look",
      text: "{who} approved a draft; a second person must approve the same words",
      to: "reviewers",
    },
  ]),
  // What is cancelled was made needless by newer words, and these are told.
  "reply.failed": reading("reply.failed", ({ final, state = "failed", messageId }) =>
    final && state !== "cancelled"
      ? [{ kind: "delivery_failed", text: LOST_WORDS[state], to: "sender", messageId }]
      : [],
  ),
  "sla.warned": reading("sla.warned", ({ target }) => [
    { kind: "sla_warning", text: `${TARGET_WORDS[target]} is due soon`, to: "ticket" },
  ]),
  "sla.breached": reading("sla.breached", ({ target }) => [
    { kind: "sla_breach", text: `${TARGET_WORDS[target]} is overdue`, to: "ticket" },
  ]),
};

/** What an event tells people, the most pressing first: nobody is told twice of the same. */
export function newsOf(event: Event): Told[] {
  const type = event.type as EventName; // written by recordEvent only
  return READERS[type]?.(event.payload, event) ?? [];
}

function reading<E extends EventName>(name: E, read: Reader<E>) {
  return (payload: unknown, event: Event): Told[] => {
    const told = EVENTS[name].safeParse(payload);
    // The schema is the one of this very name, so its output is what `read` takes.
    return told.success ? read(told.data as EventPayload<E>, event) : [];
  };
}
