import type { z } from "zod";
import type { T } from "@/components/i18n/catalogue";
import { noteSessionEnded } from "./session-end";

/** What server actions answer: data, or a refusal as data. */
export type Answer<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      error: { code: string; message: string; fields?: Record<string, string[]> | undefined };
    };

/** What the desk answered instead of what was asked for. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  constructor(
    readonly code: string,
    message: string,
    readonly fields: Record<string, string[]> = {},
  ) {
    super(message);
  }
}

/** True when asking again would get the same answer. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof RequestError &&
    !["internal", "unavailable", "rate_limited", "offline"].includes(error.code)
  );
}

/**
 * GETs JSON of a known shape. @throws {RequestError} in words for people
 *
 * @param shape its schema; a function that fetches it keeps schemas out of the first paint
 */
export async function getJson<S extends z.ZodType>(
  url: string,
  shape: S | (() => Promise<S>),
  signal?: AbortSignal,
): Promise<z.output<S>> {
  // Whatever asks is drawn first: a request costs milliseconds, and a press may ask for several.
  await new Promise((resolve) => setTimeout(resolve));
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new RequestError("offline", "The desk can't be reached. Check the connection.");
  });
  if (response.ok) {
    const schema = typeof shape === "function" ? await shape() : shape;
    return schema.parse(await response.json());
  }
  throw refused(await response.json().catch(() => null), response.status);
}

function refused(body: unknown, status: number): RequestError {
  const { code, title } = (typeof body === "object" && body ? body : {}) as {
    code?: unknown;
    title?: unknown;
  };
  const error = new RequestError(
    typeof code === "string" ? code : status === 401 ? "unauthenticated" : "internal",
    typeof title === "string" ? title : "Something went wrong on our side.",
  );
  if (error.code === "unauthenticated") noteSessionEnded();
  return error;
}

/** The data of a server action. @throws {RequestError} for its refusals */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  const result = await call.catch(() => {
    throw new RequestError(
      "offline",
      "The desk did not answer, or was updated meanwhile. What you typed is kept; reload and try again.",
    );
  });
  if (result.ok) return result.data;
  if (result.error.code === "unauthenticated") noteSessionEnded();
  throw new RequestError(result.error.code, result.error.message, result.error.fields);
}

/** What to tell a person about anything that was thrown. */
export function messageOf(error: unknown, t: T): string {
  const known = error instanceof RequestError ? error.message : null;
  return known === null ? t("Something went wrong on our side.") : t.stored(known);
}
