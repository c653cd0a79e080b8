import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { FixedQueue, QueueSort } from "@/lib/inbox/model";

type Words = { title: string; empty: string; hint: string };

/** Names of the queues, and what an empty one says. */
const QUEUE_WORDS: Record<FixedQueue, Words> = says({
  mine: {
    title: "Assigned to me",
    empty: "Nothing waits for you",
    hint: "Tickets that you take or that are given to you come here. Take one from Unassigned.",
  },
  unassigned: {
    title: "Unassigned",
    empty: "Every open ticket is someone’s",
    hint: "New requests come here until somebody takes them.",
  },
  breaching: {
    title: "Breaching",
    empty: "Nothing is due within the hour",
    hint: "Tickets whose promised reply is due soon, or was missed, come here while the customer waits.",
  },
  mentions: {
    title: "Mentions",
    empty: "Nobody has mentioned you",
    hint: "Tickets with a note that names you come here until they are solved.",
  },
  all: {
    title: "All tickets",
    empty: "There are no tickets yet",
    hint: "Every ticket is in this list, also those that are solved or closed.",
  },
  open: {
    title: "All open",
    empty: "No open tickets",
    hint: "Requests appear here the moment they arrive. Connect a channel in Settings, or post one with npm run ingest.",
  },
  snoozed: {
    title: "Snoozed",
    empty: "Nothing is snoozed",
    hint: "Tickets that were put aside wait here; each comes back at its time, or when the customer writes.",
  },
  review: {
    title: "To review",
    empty: "Nothing to review",
    hint: "Replies that were sent with a confidence between 0.60 and 0.84 come here for a second look.",
  },
  held: {
    title: "Held",
    empty: "No draft is held",
    hint: "Drafts that the desk was not sure enough to send wait here for a person.",
  },
  sent: {
    title: "Sent today",
    empty: "Nothing was sent automatically today",
    hint: "Replies that went out by themselves since midnight are listed here.",
  },
});

/** The words of a queue that every desk has. */
export function fixedWords(queue: FixedQueue, t: T): Words {
  const { title, empty, hint } = QUEUE_WORDS[queue];
  return { title: t(title), empty: t(empty), hint: t(hint) };
}

/** The words of a team's queue. */
export function teamWords(name: string, t: T): Words {
  return {
    title: name,
    empty: t("No open tickets in this team"),
    hint: t("Routing rules and people give tickets to the team; they appear here."),
  };
}

/** The order that a list has unless another is chosen. */
export const usualSort = (queue: string): QueueSort => (queue === "breaching" ? "sla" : "newest");
