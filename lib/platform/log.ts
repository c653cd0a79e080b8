import pino from "pino";
import { env } from "./env";

/** Structured log on stderr. Log ids, never names, addresses or texts of people. */
export const log = pino(
  {
    level: safeLevel(),
    base: null,
    redact: ["email", "customerEmail", "body", "text", "*.email", "*.body", "*.text"],
  },
  pino.destination({ fd: 2, sync: true }),
);

function safeLevel(): string {
  try {
    return env().LOG_LEVEL;
  } catch {
    return "info"; // a bad setting is reported by whoever starts the process
  }
}
