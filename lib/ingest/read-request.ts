import { createHash } from "node:crypto";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { refuseUnsafe } from "../platform/safe-input";
import { IngestInput } from "./model";

export type ReadRequest = {
  input: IngestInput;
  /** sha256 of the bytes, hex. */
  bodyHash: string;
};

/**
 * Reads the bytes of a request whose sender is known.
 *
 * @param contentType of the request; `application/json` or `application/…+json`
 * @throws `unsupported`, `malformed` (not JSON), or `invalid` with each bad field
 */
export function readRequest(bytes: Uint8Array, contentType: string | null, now: Date): ReadRequest {
  const input = parseInput(IngestInput, withoutNulls(readJson(bytes, contentType)));
  const late = Object.fromEntries(lateFields(input, now));
  if (Object.keys(late).length > 0) {
    throw new AppError("invalid", "Some fields are not right.", { fields: late });
  }
  return { input, bodyHash: createHash("sha256").update(bytes).digest("hex") };
}

/** The JSON in the bytes, free of what no database or reader should see. */
export function readJson(bytes: Uint8Array, contentType: string | null): unknown {
  if (!isJson(contentType)) {
    throw new AppError("unsupported", "Send application/json in UTF-8.");
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("malformed", "The body is not JSON in UTF-8.", { cause });
  }
  refuseUnsafe(json);
  return json;
}

function isJson(contentType: string | null): boolean {
  const [type, ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const charset = parameters.map((word) => word.trim()).find((word) => word.startsWith("charset="));
  return (
    /^application\/(?:[\w.-]+\+)?json$/.test(type?.trim() ?? "") &&
    (!charset || /^charset="?utf-?8"?$/.test(charset))
  );
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Bridges send null for what they don't know; here that means: not sent. */
function withoutNulls(json: unknown): unknown {
  if (!isObject(json) || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

/**
 * Clocks differ: up to this far ahead, milliseconds, a time counts as now. The specification
 * refuses any time in the future and names no tolerance.
 */
const CLOCK_SKEW_MS = 60_000;

function* lateFields(input: IngestInput, now: Date): Generator<[string, string[]]> {
  if (input.created_at && input.created_at.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    yield ["created_at", ["is in the future"]];
  }
}
