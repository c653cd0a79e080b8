import { z } from "zod";

/** How the desk itself is doing, for the people who work on it. */
export const DeskStatus = z.object({
  /** Which build answers; a tab that was opened under another one should be loaded again. */
  build: z.string(),
  /** How long the oldest job that is due has waited, seconds. */
  waitingSeconds: z.number(),
  /** Replies that the other side has refused, and that wait for another try or have failed lately. */
  refusedReplies: z.number().int(),
  /** Jobs that have failed for good; null for those who can't do anything about it. */
  deadJobs: z.number().int().nullable(),
  /** Rules in force whose team, person or policy is gone; null for those who can't change rules. */
  missingTargets: z.number().int().nullable(),
  /** The database has had no room to write a moment ago. */
  diskFull: z.boolean(),
});
export type DeskStatus = z.infer<typeof DeskStatus>;

export const DeadJob = z.object({
  id: z.uuid(),
  /** The kind of job: `deliver.reply`. */
  name: z.string(),
  /** The ids that it was given, by their names. */
  ids: z.array(z.object({ name: z.string(), id: z.string() })),
  /** Public id of the ticket that it was about, when it was. */
  ticket: z.string().nullable(),
  error: z.string(),
  tries: z.number().int(),
  failedAt: z.iso.datetime(),
});
export type DeadJob = z.infer<typeof DeadJob>;

export const JobsView = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      ready: z.number().int(),
      active: z.number().int(),
      oldestSeconds: z.number(),
    }),
  ),
  /** Newest first. */
  dead: z.array(DeadJob),
  /** How many there are in all; the list shows the newest. */
  deadTotal: z.number().int(),
});
export type JobsView = z.infer<typeof JobsView>;

/** One job, or all of a kind. */
export const DeadChoice = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ name: z.string().min(1).max(200) }),
]);
export type DeadChoice = z.infer<typeof DeadChoice>;
