import { type DeskStatus, NOBODY_WORKS_SECONDS } from "@/lib/platform/model";

/** Answers that say that the desk is in trouble, not the asker. */
export type Failure = "offline" | "unavailable";

type Trouble = {
  /** What is wrong, what it means and what happens next. */
  text: string;
  link?: { href: string; label: string };
};

/** What keeps the desk from working, in words for people; the worst first. */
export function troubles(status: DeskStatus | undefined, failure: Failure | null): Trouble[] {
  if (failure) return [{ text: FAILURES[failure] }];
  if (!status) return [];
  const found: Trouble[] = [];
  if (status.diskFull) found.push({ text: DISK_FULL });
  if (status.waitingSeconds > NOBODY_WORKS_SECONDS) {
    found.push({ text: nobodyWorks(Math.floor(status.waitingSeconds / 60)) });
  }
  if (status.refusedReplies > 0) {
    const link = { href: "/outbox", label: "Open the outbox" };
    found.push({ text: refused(status.refusedReplies), link });
  }
  if (status.deadJobs) {
    const link = { href: "/settings/jobs", label: "See which" };
    found.push({ text: dead(status.deadJobs), link });
  }
  return found;
}

const FAILURES: Record<Failure, string> = {
  offline: "The desk can’t be reached. Check your connection. What you typed is kept.",
  unavailable:
    "The database does not answer. What you typed is kept; the desk goes on by itself when it is back.",
};

const DISK_FULL =
  "The disk of the database is full. Nothing new can be stored until somebody makes room on it.";

const nobodyWorks = (minutes: number) =>
  `No worker is working: a job has waited for ${minutes} min. Drafts and replies wait, too, and nothing is lost. An admin must start a worker.`;

const refused = (replies: number) =>
  replies === 1
    ? "A reply is being refused on its way out. It is tried again by itself, for a while."
    : `${replies} replies are being refused on their way out. They are tried again by themselves, for a while.`;

const dead = (jobs: number) =>
  jobs === 1
    ? "A job has failed for good and waits for your decision."
    : `${jobs} jobs have failed for good and wait for your decision.`;
