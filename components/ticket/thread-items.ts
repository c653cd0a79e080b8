import type { EventView, MessageView } from "@/lib/inbox/model";

export type ThreadItem =
  | { kind: "message"; key: string; message: MessageView }
  | { kind: "events"; key: string; events: EventView[] };

/**
 * Messages and what happened between them, in order; events that follow each other stand together.
 * Of two things at the same moment the message comes first, because events tell of it.
 */
export function threadItems(
  messages: readonly MessageView[],
  events: readonly EventView[],
  all: boolean,
): ThreadItem[] {
  const shown = events.filter((event) => all || event.folded);
  const items: ThreadItem[] = [];
  let next = 0;
  const eventsBefore = (moment: string | null) => {
    const group: EventView[] = [];
    for (let event = shown[next]; event; event = shown[next]) {
      if (moment !== null && event.createdAt >= moment) break;
      group.push(event);
      next += 1;
    }
    const [first] = group;
    if (first) items.push({ kind: "events", key: first.id, events: group });
  };
  for (const message of messages) {
    eventsBefore(message.createdAt);
    items.push({ kind: "message", key: message.id, message });
  }
  eventsBefore(null);
  return items;
}
