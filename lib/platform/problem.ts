import { describeFailure, HTTP_STATUS } from "./errors";
import { log } from "./log";
import { count } from "./metrics";

/** An RFC 9457 problem document for anything that was thrown. */
export function problem(error: unknown, instance?: string, requestId?: string): Response {
  const failure = describeFailure(error);
  const status = failure.code === "internal" ? 500 : HTTP_STATUS[failure.code];
  if (status >= 500) log.error({ requestId, err: error }, "request failed");
  count("refused", { code: failure.code });
  const errors = Object.entries(failure.fields ?? {}).map(([field, details]) => ({
    field,
    detail: details.join("; "),
  }));
  return Response.json(
    {
      type: `urn:deskhand:problem:${failure.code}`,
      title: failure.message,
      status,
      code: failure.code,
      detail: errors.length
        ? errors.map((e) => `${e.field}: ${e.detail}`).join(" · ")
        : failure.message,
      ...(errors.length && { errors }),
      ...(instance && { instance }),
    },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        ...(failure.retryAfter !== undefined && { "retry-after": String(failure.retryAfter) }),
      },
    },
  );
}
