import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Context } from "./context";
import { describeFailure, type Failure } from "./errors";
import { log } from "./log";
import { parseInput } from "./parse";
import { refuseUnsafe } from "./safe-input";
import { contextFromSession } from "./session";
import { desk } from "./tools";
import { visitor } from "./visitor";

type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Failure };

/**
 * Makes a server action. Every action is a public endpoint, so this is the only way to write one:
 * it signs the caller in, validates the input, and returns refusals instead of throwing them.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  verb: (ctx: Context, input: z.output<S>) => Promise<T>,
) {
  return answering(schema, contextFromSession, verb);
}

/**
 * The same for those who can't have signed in yet. The verb gets a context that may do nothing
 * which asks for a permission. Every use is listed in the test of the action folder.
 */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  verb: (ctx: Context, input: z.output<S>) => Promise<T>,
) {
  return answering(schema, async () => visitor((await desk()).tools), verb);
}

function answering<S extends z.ZodType, T>(
  schema: S,
  context: () => Promise<Context>,
  verb: (ctx: Context, input: z.output<S>) => Promise<T>,
) {
  const answer = async (input: z.input<S>): Promise<ActionResult<T>> => {
    try {
      refuseUnsafe(input);
      const ctx = await context();
      return { ok: true, data: await verb(ctx, parseInput(schema, input)) };
    } catch (error) {
      unstable_rethrow(error); // redirect() and notFound() are control flow, not failures
      const failure = describeFailure(error);
      if (failure.code === "internal") log.error({ err: error }, "action failed");
      return { ok: false, error: failure };
    }
  };
  // For the test that tries every verb as every role.
  return Object.assign(answer, { verb });
}
