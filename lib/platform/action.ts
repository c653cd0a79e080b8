import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Context } from "./context";
import { describeFailure, type Failure } from "./errors";
import { log } from "./log";
import { parseInput } from "./parse";
import { contextFromSession } from "./session";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Failure };

/**
 * Makes a server action. Every action is a public endpoint, so this is the only way to write one:
 * it signs the caller in, validates the input, and returns refusals instead of throwing them.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  verb: (ctx: Context, input: z.output<S>) => Promise<T>,
) {
  return async (input: z.input<S>): Promise<ActionResult<T>> => {
    try {
      const ctx = await contextFromSession();
      return { ok: true, data: await verb(ctx, parseInput(schema, input)) };
    } catch (error) {
      unstable_rethrow(error); // redirect() and notFound() are control flow, not failures
      const failure = describeFailure(error);
      if (failure.code === "internal") log.error({ err: error }, "action failed");
      return { ok: false, error: failure };
    }
  };
}
