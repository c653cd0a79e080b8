import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";

/** Where requests go, and with whose signature. */
export type Target = { url: string; connection: string; secret: string };

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

const PATH = "/api/webhooks/support/ingest";

/** Tries of one request while the desk is away or busy; the waits between them add up to minutes. */
const TRIES = 10;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const TIMEOUT_MS = 60_000;

/**
 * Posts JSON, signed, and again while the desk is away (network, 429, 502–504).
 *
 * @param sub path below the ingest address, e.g. `/summary`
 * @throws {Error} when the desk stays away
 */
export async function postSigned(target: Target, json: string, sub = ""): Promise<Answer> {
  let trouble = "";
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await pause(waitMs(attempt, trouble));
    try {
      const response = await postOnce(target, json, sub);
      if (![429, 502, 503, 504].includes(response.status)) return response;
      trouble = `HTTP ${response.status} retry-after=${response.headers.get("retry-after") ?? ""}`;
    } catch (error) {
      trouble = error instanceof Error ? causeOf(error) : String(error);
    }
  }
  throw new Error(`The desk at ${target.url} does not answer (${trouble.split(" retry")[0]}).`);
}

function waitMs(attempt: number, trouble: string): number {
  const asked = Number(/retry-after=(\d+)/.exec(trouble)?.[1] ?? 0) * 1000;
  const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
  return Math.min(Math.max(asked, backoff), LONGEST_WAIT_MS);
}

async function postOnce(target: Target, json: string, sub: string): Promise<Answer> {
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const response = await fetch(`${target.url}${PATH}${sub}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-deskhand-connection": target.connection,
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(target.secret).sign(id, now, json),
    },
    body: json,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const body: unknown = await response.json().catch(() => ({}));
  return {
    status: response.status,
    headers: response.headers,
    body: typeof body === "object" && body !== null ? { ...body } : {},
  };
}

const causeOf = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message || error.message : error.message;

/** Most of a reason that fits into a table, characters. */
const REASON_LENGTH = 90;

/** Why a request was refused, in one short line. */
export function reasonOf({ status, body }: Answer): string {
  const reason = `${status} ${String(body.detail ?? body.title ?? "no reason given")}`;
  return reason.length > REASON_LENGTH ? `${reason.slice(0, REASON_LENGTH)}…` : reason;
}
