import { AppError } from "./errors";

/** Causes of causes that are looked at; a ring would never end. */
const MAX_DEPTH = 5;

/** Names that drivers give to what a statement was about: words of our schema, never of people. */
const SCHEMA_WORDS = ["table_name", "table", "constraint_name", "constraint", "column_name"];

/**
 * What went wrong, without what it was about: messages of drivers and libraries quote the values,
 * so only those of our own refusals are taken. For the log, and for what the queue keeps.
 */
export function faultWords(error: unknown): string {
  const words: string[] = [];
  for (let at = error, depth = 0; at !== undefined && depth < MAX_DEPTH; depth++) {
    words.push(ownWords(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  const place = placesOf(error)[0];
  return words.join(", because of ") + (place ? ` (${place})` : "");
}

function ownWords(error: unknown): string {
  if (!(error instanceof Error)) return `something of type ${typeof error}`;
  if (error instanceof AppError) return error.message;
  if (error instanceof BadPayload) return `The payload does not fit: ${error.fields.join(", ")}`;
  const facts = [codeOf(error), ...SCHEMA_WORDS.map((word) => plainWord(error, word))];
  return [error.name, ...new Set(facts.filter(Boolean))].join(" ");
}

/** `23505`, `ECONNREFUSED`, `EAUTH`: short words of the machine. */
export const codeOf = (error: unknown): string | undefined => plainWord(error, "code");

function plainWord(error: unknown, key: string): string | undefined {
  const value = error instanceof Object ? Reflect.get(error, key) : undefined;
  return typeof value === "string" && /^[\w.-]{1,80}$/.test(value) ? value : undefined;
}

/**
 * Where it was thrown, innermost first. The stack begins with the message, which may have lines
 * that look like places, so exactly that much is left out.
 */
export function placesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const start = error.stack.indexOf(error.message);
  const rest = start < 0 ? "" : error.stack.slice(start + error.message.length);
  return rest
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
}

/** What a job got does not fit its schema: no retry can help. Holds the names, not the values. */
export class BadPayload extends Error {
  override readonly name = "BadPayload";
  constructor(readonly fields: string[]) {
    super("The payload does not fit.");
  }
}
