import { z } from "zod";
import { eventById, FOLLOW, FOLLOWED } from "./event";
import type { EventName } from "./event/model";
import { byItself, everyMinute, pipeline } from "./pipeline";
import type { Context, Tools } from "./platform/context";
import { derivedId } from "./platform/ids";
import { defineJob, type Job, type QueueName, type Runner } from "./platform/jobs";

/** Events whose jobs must wait say until when. */
const Later = z.object({ notBefore: z.iso.datetime().optional() });

/**
 * Expands an event into the jobs that the pipeline names for it.
 * Safe to repeat: each job's id is made from the event's id and the job's name.
 */
const follow = defineJob({
  name: FOLLOW,
  batch: 10,
  payload: z.object({ eventId: z.uuid() }),
  async run(ctx: Context, { eventId }) {
    const event = await eventById(ctx.db, eventId);
    if (!event) return "skipped: the event was erased";
    const followers = pipeline[event.type as EventName] ?? []; // written by recordEvent only
    const later = Later.safeParse(event.payload).data?.notBefore;
    const startAfter = later ? { startAfter: new Date(later) } : {};
    for (const { name } of followers) {
      const id = derivedId(eventId, name);
      await ctx.jobs.send(ctx.db, name, referTo(event), { id, ...startAfter });
    }
    return `queued ${followers.map((job) => job.name).join(", ") || "nothing"}`;
  },
});

/**
 * What the queue holds of an event: where it is found. Its payload may quote people, and the queue
 * keeps jobs that have failed for a long time.
 */
const OfEvent = z.strictObject({ ofEvent: z.uuid(), ticketId: z.uuid().optional() });

const referTo = ({ id, ticketId }: { id: string; ticketId: string | null }) =>
  OfEvent.parse({ ofEvent: id, ...(ticketId && { ticketId }) });

/** The same job, which finds the payload by itself where the queue only refers to an event. */
function found(job: Job<never>): Job<never> {
  return {
    ...job,
    async runRaw(ctx, data) {
      const reference = OfEvent.safeParse(data).data;
      if (!reference) return job.runRaw(ctx, data);
      const event = await eventById(ctx.db, reference.ofEvent);
      if (!event) return "skipped: the event was erased";
      return job.runRaw(ctx, { ...event.payload, eventId: event.id });
    },
  };
}

/** Every job of the product, once. */
const jobs: Job<never>[] = [
  follow,
  ...new Map(
    [...Object.values(pipeline).flat(), ...byItself, ...everyMinute].map((job) => [
      job.name,
      found(job as unknown as Job<never>),
    ]), // payloads are parsed by runRaw
  ).values(),
];

const clock = new Set(everyMinute.map((job) => job.name));

/** A queue for each. Of the clock's jobs one at a time: the next minute does what the last left. */
export const jobNames: readonly QueueName[] = jobs.map(({ name }) =>
  clock.has(name) ? { single: name } : name,
);

/** Starts this process's workers. @throws when the pipeline and the journal disagree */
export async function startWorkers(
  runner: Runner,
  tools: Tools,
  concurrency: number,
): Promise<void> {
  const wired = Object.keys(pipeline).sort().join();
  if (wired !== [...FOLLOWED].sort().join()) throw new Error("FOLLOWED and the pipeline differ");
  await runner.everyMinute(everyMinute.map((job) => job.name));
  await runner.work(jobs, (name) => ({ ...tools, actor: { type: "job", name } }), concurrency);
}
