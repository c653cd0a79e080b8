import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { DeskStatus } from "@/lib/platform/model";
import { NOBODY_WORKS_SECONDS } from "@/lib/platform/terms";

/** Answers that say that the desk is in trouble, not the asker. */
export type Failure = "offline" | "unavailable";

type Trouble = {
  /** What is wrong, what it means and what happens next. */
  text: string;
  link?: { href: string; label: string };
};

/** What keeps the desk from working, in words for people; the worst first. */
export function troubles(status: DeskStatus | undefined, failure: Failure | null, t: T): Trouble[] {
  if (failure) return [{ text: t(FAILURES[failure]) }];
  if (!status) return [];
  const found: Trouble[] = [];
  if (status.diskFull) found.push({ text: t(DISK_FULL) });
  if (status.waitingSeconds > NOBODY_WORKS_SECONDS) {
    found.push({ text: nobodyWorks(Math.floor(status.waitingSeconds / 60), t) });
  }
  if (status.refusedReplies > 0) {
    const link = { href: "/outbox", label: t("Open the outbox") };
    found.push({ text: refused(status.refusedReplies, t), link });
  }
  if (status.deadJobs) {
    const link = { href: "/settings/jobs", label: t("See which") };
    found.push({ text: dead(status.deadJobs, t), link });
  }
  if (status.missingTargets) {
    const link = { href: "/settings/rules", label: t("See which") };
    found.push({ text: astray(status.missingTargets, t), link });
  }
  return found;
}

const FAILURES: Record<Failure, string> = says({
  offline: "The desk can’t be reached. Check your connection. What you typed is kept.",
  unavailable:
    "The database does not answer. What you typed is kept; the desk goes on by itself when it is back.",
});

const DISK_FULL = says(
  "The disk of the database is full. Nothing new can be stored until somebody makes room on it.",
);

const nobodyWorks = (minutes: number, t: T) =>
  t(
    "No worker is working: a job has waited for {{minutes}} min. Drafts and replies wait, too, and nothing is lost. An admin must start a worker.",
    { minutes },
  );

const refused = (count: number, t: T) =>
  t(
    "{{count}} replies are being refused on their way out. They are tried again by themselves, for a while.",
    { count },
  );

const dead = (count: number, t: T) =>
  t("{{count}} jobs have failed for good and wait for your decision.", { count });

const astray = (count: number, t: T) =>
  t(
    "{{count}} rules name a team, a person or a policy that is gone. Meanwhile the fallback team gets such tickets, nobody is assigned, and other policies hold.",
    { count },
  );
