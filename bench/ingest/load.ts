import { createHmac, randomUUID } from "node:crypto";
import { Pool } from "undici";
import { cpuMs } from "./cpu";
import type { Desk } from "./desk";

export type Measured = {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  requests: number;
  failures: number;
  /** Processor time of one request, milliseconds; null where the system does not tell. */
  appCpuMs: number | null;
  databaseCpuMs: number | null;
};

type Call = { path: string; body: string; headers: Record<string, string> };

/** A request that is like no other: new customer, new ticket. */
export function requestBody(): string {
  const id = randomUUID();
  return JSON.stringify({
    external_id: id,
    channel: "email",
    customer_email: `${id}@example.org`,
    customer_name: "Mina Okafor",
    subject: "Dashboard shows 403",
    body: "Since yesterday I get a 403 when I sign in. I have already cleared my cookies.",
  });
}

/** The call that ingests `body`, signed; by Node's own hash, so that signing costs us little. */
export function ingestCall(desk: Desk, body: string, sub = ""): Call {
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(desk.secret.replace(/^whsec_/, ""), "base64");
  const hmac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    path: `/api/webhooks/support/ingest${sub}`,
    body,
    headers: {
      "content-type": "application/json",
      "x-deskhand-connection": desk.connection,
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${hmac}`,
    },
  };
}

/** The yardstick: a POST of the same size that does nothing. */
export const emptyCall = (body: string): Call => ({
  path: "/api/health/live",
  body,
  headers: { "content-type": "application/json" },
});

/** Keeps `concurrency` calls on the way for `seconds`, after a warm-up of a fifth of that. */
export async function measure(
  desk: Desk,
  make: () => Call,
  seconds: number,
  concurrency: number,
): Promise<Measured> {
  const pool = new Pool(desk.url, { connections: concurrency });
  try {
    await run(pool, make, seconds / 5, concurrency);
    const before = cpuMs(desk.pid, desk.database);
    const { times, failures, elapsed } = await run(pool, make, seconds, concurrency);
    const after = cpuMs(desk.pid, desk.database);
    const each = (part: "app" | "database") =>
      before && after ? (after[part] - before[part]) / times.length : null;
    return {
      perSecond: times.length / elapsed,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      requests: times.length,
      failures,
      appCpuMs: each("app"),
      databaseCpuMs: desk.database ? each("database") : null,
    };
  } finally {
    await pool.close();
  }
}

async function run(pool: Pool, make: () => Call, seconds: number, concurrency: number) {
  const times: number[] = [];
  let failures = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const lane = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const { statusCode, body } = await pool.request({ method: "POST", ...make() });
      await body.dump();
      times.push(performance.now() - sent);
      if (statusCode >= 300) failures++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { times, failures, elapsed: (performance.now() - begin) / 1000 };
}

/** @param share 0…1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
