import { z } from "zod";
import { eventById, FOLLOW, FOLLOWED } from "./event";
import type { EventName } from "./event/model";
import { byItself, everyMinute, pipeline } from "./pipeline";
import type { Context, Tools } from "./platform/context";
import { derivedId } from "./platform/ids";
import { defineJob, type Job, type Runner } from "./platform/jobs";

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
      await ctx.jobs.send(ctx.db, name, event.payload, { id, ...startAfter });
    }
    return `queued ${followers.map((job) => job.name).join(", ") || "nothing"}`;
  },
});

/** Every job of the product, once. */
const jobs: Job<never>[] = [
  follow,
  ...new Map(
    [...Object.values(pipeline).flat(), ...byItself, ...everyMinute].map((job) => [
      job.name,
      job as unknown as Job<never>,
    ]), // payloads are parsed by runRaw
  ).values(),
];

export const jobNames: readonly string[] = jobs.map((job) => job.name);

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
