import type { z } from "zod";
import type { Context, Permission } from "../platform/context";

/** How an evaluator tells how far it is, and learns that nobody wants to know any more. */
export type Progress = {
  /** So many tickets will be looked at. */
  begin: (total: number) => Promise<void>;
  /** So many are done. Lets other work of the process go on. @throws {Cancelled} */
  step: (done: number) => Promise<void>;
};

/** Tries one kind of change on what was. It may read everything and write nothing. */
export type Evaluator<S extends z.ZodType = z.ZodType> = {
  /** Whoever may make the change may try it. */
  permission: Permission;
  input: S;
  run: (ctx: Context, input: z.output<S>, progress: Progress) => Promise<Record<string, unknown>>;
};

/** Keeps the types of input and run together. */
export const evaluator = <S extends z.ZodType>(spec: Evaluator<S>): Evaluator =>
  // `run` only ever gets what `input` has parsed.
  spec as unknown as Evaluator;

/** Somebody cancelled the back-test while it ran. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}
