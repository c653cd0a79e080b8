import pino from "pino";
import { env } from "./env";
import { AppError } from "./errors";

/** Structured log on stderr. Log ids, never names, addresses or texts of people. */
export const log = pino(
  {
    level: safeLevel(),
    base: null,
    serializers: { err: describe },
    redact: ["email", "customerEmail", "body", "text", "*.email", "*.body", "*.text"],
  },
  pino.destination({ fd: 2, sync: true }),
);

/** An error without what it was about: messages of queries and of drivers quote the values. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack } = error;
  const code = "code" in error ? error.code : undefined;
  const own = error instanceof AppError;
  return {
    name,
    code,
    ...(own && { message: error.message }),
    at: stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")),
    ...(error.cause !== undefined && { cause: describe(error.cause) }),
  };
}

function safeLevel(): string {
  try {
    return env().LOG_LEVEL;
  } catch {
    return "info"; // a bad setting is reported by whoever starts the process
  }
}
