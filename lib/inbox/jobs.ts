import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { countDeadLetters, deadLetters, queueDepths } from "../platform/job-store";
import type { DeadJob, JobsView } from "../platform/model";
import { TICKET_PREFIX } from "../ticket/model";

/** As many as a person can look through; the newest. */
const LIST = 100;

/** The queues, and the jobs that have failed for good. */
export async function readJobs(ctx: Context): Promise<JobsView> {
  requirePermission(ctx, "settings.read");
  const [queues, dead, deadTotal] = await Promise.all([
    queueDepths(ctx.db),
    deadLetters(ctx.db, LIST),
    countDeadLetters(ctx.db),
  ]);
  return { queues, dead: dead.map(toDeadJob), deadTotal };
}

const Uuid = z.uuid();

/** Of what a job was given only ids are shown; the rest may be anybody's words. */
function toDeadJob({
  data,
  error,
  ...row
}: Awaited<ReturnType<typeof deadLetters>>[number]): DeadJob {
  const ids = Object.entries(data instanceof Object ? data : {})
    .map(([name, value]) => ({ name, id: Uuid.safeParse(value).data }))
    .filter((entry): entry is { name: string; id: string } => entry.id !== undefined);
  const ticketId = ids.find((entry) => entry.name === "ticketId")?.id;
  return {
    ...row,
    ids,
    ticket: ticketId ? toPublicId(TICKET_PREFIX, ticketId) : null,
    error: WORDS[error] ?? (error || "It said nothing."),
  };
}

/** What the queue itself says of jobs that did not answer. */
const WORDS: Record<string, string> = {
  "job heartbeat timeout":
    "Its worker stopped answering, again and again: the job may be killing it.",
  "job timed out": "It took longer than five minutes, again and again.",
  "pg-boss shut down while active": "Its worker was stopped while it ran, again and again.",
};
