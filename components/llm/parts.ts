import type { z } from "zod";
import { RequestError } from "@/components/desk/request";
import { noteSessionEnded } from "@/components/desk/session-end";

/**
 * Asks for an answer that comes in parts and gives each as it arrives. Leaving the loop, or aborting
 * the signal, ends the request, and the desk stops asking.
 *
 * @throws {RequestError} in words for people
 */
export async function* readParts<S extends z.ZodType>(
  url: string,
  body: object,
  schema: S,
  signal: AbortSignal,
): AsyncGenerator<z.output<S>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/x-ndjson" },
    body: JSON.stringify(body),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new RequestError("offline", "The desk can't be reached. Check the connection.");
  });
  if (!response.ok || !response.body) throw await refusalOf(response);
  for await (const line of linesOf(response.body)) {
    if (line === "") continue; // keeps the line warm
    const value: unknown = JSON.parse(line);
    const problem = problemIn(value);
    if (problem) throw problem;
    yield schema.parse(value);
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function refusalOf(response: Response): Promise<RequestError> {
  const body: unknown = await response.json().catch(() => null);
  const told = errorOf(body, response.status === 401 ? "unauthenticated" : "internal");
  if (told.code === "unauthenticated") noteSessionEnded();
  return told;
}

/** What broke after the first part comes as a last line. */
const problemIn = (value: unknown): RequestError | null =>
  value instanceof Object && "problem" in value ? errorOf(value.problem, "internal") : null;

function errorOf(value: unknown, code: string): RequestError {
  const told: { code?: unknown; title?: unknown; message?: unknown } =
    value instanceof Object ? value : {};
  const words = [told.title, told.message].find((text) => typeof text === "string");
  return new RequestError(
    typeof told.code === "string" ? told.code : code,
    typeof words === "string" ? words : "Something went wrong on our side.",
  );
}
