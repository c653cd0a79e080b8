import { EVENTS, type EventName, type EventPayload } from "../event/model";
import { STATUS_WORDS } from "./model";

type Names = ReadonlyMap<string, string>;
type Teller = (payload: unknown, names: Names) => string;

/** What somebody did, to stand behind their name: "resolved it". */
const TELLERS: { [E in EventName]?: Teller } = {
  "ticket.status_changed": telling("ticket.status_changed", ({ to }) => {
    if (to === "resolved" || to === "closed") return `${to} it`;
    return to === "open" ? "opened it again" : `made it ${STATUS_WORDS[to].toLowerCase()}`;
  }),
  "ticket.assigned": telling("ticket.assigned", ({ personId, teamId }, names) => {
    const [person, team] = [personId, teamId].map((id) => id && names.get(id));
    if (person) return `gave it to ${person}`;
    return team ? `gave it to ${team}` : "took it off everybody";
  }),
  "ticket.priority_changed": telling(
    "ticket.priority_changed",
    ({ to }) => `set its priority to ${to}`,
  ),
  "ticket.relabelled": telling("ticket.relabelled", ({ label }) => `changed its ${label}`),
  "ticket.tagged": telling("ticket.tagged", () => "changed its tags"),
  "ticket.snoozed": telling("ticket.snoozed", () => "snoozed it"),
  "ticket.woken": telling("ticket.woken", () => "ended its snooze"),
  "ticket.linked": telling("ticket.linked", () => "linked it to another ticket"),
  "ticket.merged": telling("ticket.merged", ({ role }) =>
    role === "source" ? "merged it into another ticket" : "merged another ticket into it",
  ),
  "ticket.unmerged": telling("ticket.unmerged", () => "undid a merge of it"),
  "message.moved": telling("message.moved", () => "moved a message"),
  "message.received": telling("message.received", () => "has written"),
  "message.confirmed": telling("message.confirmed", () => "has written"),
  "ticket.routed": telling("ticket.routed", () => "routed it"),
  "note.added": telling("note.added", () => "added a note"),
  "reply.approved": telling("reply.approved", () => "replied"),
  "reply.undone": telling("reply.undone", () => "took a reply back"),
  "draft.rejected": telling("draft.rejected", () => "rejected the draft"),
};

/** Events that a refused change can be explained by. */
export const EXPLAINING = Object.keys(TELLERS);

/** What an event did to a ticket: "resolved it". Null for one that this version can't read. */
export function meanwhileWords(type: string, payload: unknown, names: Names): string | null {
  const tell = Object.hasOwn(TELLERS, type) ? TELLERS[type as EventName] : undefined; // checked
  try {
    return tell?.(payload, names) ?? null;
  } catch {
    return null;
  }
}

function telling<E extends EventName>(
  name: E,
  tell: (payload: EventPayload<E>, names: Names) => string,
): Teller {
  // The schema is the one of this very name, so its output is what `tell` takes.
  return (payload, names) => tell(EVENTS[name].parse(payload) as EventPayload<E>, names);
}
