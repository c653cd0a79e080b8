import type { z } from "zod";
import type { Context } from "./context";
import { BadPayload } from "./fault";

/** A step that runs in a worker, at least once. Say in its comment why it is safe to repeat. */
export type Job<P> = {
  name: string;
  /** How many a worker takes at once; it works on them one after the other. */
  batch: number;
  run: (ctx: Context, payload: P) => Promise<string>;
  /** Parses what the queue holds; what does not fit goes to the dead letters at once. */
  runRaw: (ctx: Context, payload: unknown) => Promise<string>;
};

export function defineJob<S extends z.ZodType>(spec: {
  name: string;
  payload: S;
  /**
   * Default 1. More saves the queue's own statements when there is a backlog; only for jobs of
   * milliseconds that wait for nobody, for a slow one holds up those taken with it.
   */
  batch?: number;
  run: (ctx: Context, payload: z.output<S>) => Promise<string>;
}): Job<z.output<S>> {
  return {
    name: spec.name,
    batch: spec.batch ?? 1,
    run: spec.run,
    runRaw: async (ctx, payload) => spec.run(ctx, parsed(spec.payload, payload)),
  };
}

/** @throws {BadPayload} with the names of the fields, for values may be anybody's words */
function parsed<S extends z.ZodType>(schema: S, payload: unknown): z.output<S> {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const fields = result.error.issues.map(
    ({ path, code }) => `${path.filter((part) => typeof part === "string")[0] ?? "all"} ${code}`,
  );
  throw new BadPayload([...new Set(fields)]);
}
