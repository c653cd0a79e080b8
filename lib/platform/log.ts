import pino from "pino";
import { logLevel } from "./env";
import { AppError } from "./errors";
import { codeOf, placesOf } from "./fault";

/** Causes of causes; a ring would never end. */
const MAX_DEPTH = 5;

/** Structured log on stderr. Log ids, never names, addresses or texts of people. */
export const log = pino(
  {
    level: logLevel(),
    base: null,
    serializers: { err: (error: unknown) => describe(error) },
    redact: ["email", "customerEmail", "body", "text", "*.email", "*.body", "*.text"],
  },
  pino.destination({ fd: 2, sync: true }),
);

/** An error without what it was about: messages of queries and of drivers quote the values. */
export function describe(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return { type: typeof error };
  return {
    name: error.name,
    code: codeOf(error),
    ...(error instanceof AppError && { message: error.message }),
    at: placesOf(error),
    ...(error.cause !== undefined && { cause: describe(error.cause, depth + 1) }),
  };
}
