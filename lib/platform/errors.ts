/** Every way a request can be refused, and the HTTP status each refusal becomes. */
export const HTTP_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof HTTP_STATUS;

type Details = {
  /** What went wrong underneath. Only the log sees it. */
  cause?: unknown;
  /** For `invalid`: what is wrong with each named field. */
  fields?: Record<string, string[]>;
  /** For `rate_limited` and `unavailable`: seconds until a retry makes sense. */
  retryAfter?: number;
};

/**
 * A refusal the caller can act on. Anything else that is thrown is a bug and becomes a 500.
 *
 * People read `message`, so it holds no SQL, secret or provider text.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly fields: Details["fields"];
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message, { cause: details.cause });
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
  }

  /** True when the same call may succeed later. Job handlers retry on it. */
  get retryable(): boolean {
    return this.code === "rate_limited" || this.code === "unavailable";
  }
}

export type Failure = {
  code: ErrorCode | "internal";
  message: string;
  fields?: Record<string, string[]>;
  retryAfter?: number;
};

/** Codes of Postgres and sockets that mean "the database cannot work now", not "the code is wrong". */
const DATABASE_AWAY =
  /^(08|53|57P|58|XX000|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|CONNECTION_|CONNECT_TIMEOUT|ENOSPC)/;

/** `53100` of Postgres, `ENOSPC` of the embedded database. */
const DISK_FULL = /^(53100|ENOSPC)$/;

// Next loads modules several times in one process; what one saw, readiness must know.
const seen = globalThis as typeof globalThis & { deskhandDiskFull?: number };

/** When the database last had no room, milliseconds since 1970; 0: never. */
export const diskFullAt = (): number => seen.deskhandDiskFull ?? 0;

/** True when the cause is a database that is down, starting, or out of disk. */
function databaseAway(error: unknown): boolean {
  for (
    let at: unknown = error, depth = 0;
    at instanceof Error && depth < 5;
    at = at.cause, depth++
  ) {
    if (!("code" in at) || typeof at.code !== "string") continue;
    if (DISK_FULL.test(at.code)) seen.deskhandDiskFull = Date.now();
    if (DATABASE_AWAY.test(at.code)) return true;
  }
  return false;
}

/** What may be told to the caller of anything that was thrown. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.fields && { fields: error.fields }),
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    };
  }
  if (databaseAway(error)) {
    return {
      code: "unavailable",
      message: "The database does not answer. Nothing was stored; try again shortly.",
      retryAfter: 10,
    };
  }
  return { code: "internal", message: "Something went wrong on our side. It has been logged." };
}
