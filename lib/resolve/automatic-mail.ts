/** Values that mean "a machine wrote this"; compared in lower case. */
const BULK = new Set(["bulk", "junk", "list", "auto_reply", "auto-reply"]);
const MACHINES =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|notifications?|auto(?:mated|mailer)?)(?:[+.@-]|$)/i;

/**
 * Why a message looks like automatic mail (RFC 3834 and its cousins), or null. `Auto-Submitted: no`
 * is a human.
 *
 * @param metadata facts of arrival; bridges put mail headers into `sent`, or `sent.headers`
 */
export function automaticMail(
  metadata: Record<string, unknown>,
  addresses: readonly string[],
): string | null {
  const headers = readHeaders(metadata);
  const submitted = headers.get("auto-submitted");
  if (submitted !== undefined && submitted !== "no" && submitted !== "false") {
    return `Auto-Submitted: ${submitted.slice(0, 40)}`;
  }
  const precedence = headers.get("precedence");
  if (precedence && BULK.has(precedence)) return `Precedence: ${precedence}`;
  for (const name of [
    "x-autoreply",
    "x-autorespond",
    "x-auto-response-suppress",
    "list-id",
    "feedback-id",
    "x-failed-recipients",
  ]) {
    if (headers.has(name)) return name;
  }
  // RFC 3464: what a bounce is made of.
  if (headers.get("content-type")?.includes("report-type=delivery-status")) return "a bounce";
  if (headers.get("return-path") === "<>") return "an empty Return-Path";
  const machine = addresses.find((address) => MACHINES.test(address));
  return machine ? `from ${machine}` : null;
}

/** Header-like facts by lower-case name with hyphens; `auto_submitted` is `auto-submitted`. */
function readHeaders(metadata: Record<string, unknown>): Map<string, string> {
  const found = new Map<string, string>();
  const sent = record(metadata.sent);
  for (const source of [metadata, sent, record(metadata.headers), record(sent.headers)]) {
    for (const [name, value] of Object.entries(source)) {
      const text = typeof value === "boolean" ? String(value) : value;
      if (typeof text !== "string") continue;
      found.set(name.toLowerCase().replaceAll("_", "-"), text.trim().toLowerCase());
    }
  }
  return found;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>) // an object that is no array has string keys
    : {};
}
