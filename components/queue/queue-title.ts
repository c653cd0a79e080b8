import type { FixedQueue } from "@/lib/inbox/model";

type Words = { title: string; empty: string; hint: string };

/** Names of the queues, and what an empty one says. */
export const QUEUE_WORDS: Record<FixedQueue, Words> = {
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
};

/** The words of a team's queue. */
export function teamWords(name: string): Words {
  return {
    title: name,
    empty: "No open tickets in this team",
    hint: "Routing rules and people give tickets to the team; they appear here.",
  };
}
