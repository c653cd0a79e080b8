import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { RequestSummary } from "@/lib/ingest/model";
import type { Desk } from "./desk";
import { ingestCall, percentile, requestBody } from "./load";

const POLL_MS = 10;
const GIVE_UP_MS = 15_000;
/** The desk is idle between two requests. */
const REST_MS = 300;

const Receipt = z.object({ ticket_id: z.string() });
const Summary = z.object({ tickets: z.array(RequestSummary) });

/** Time from sending a request until its draft can be read, one after the other on an idle desk. */
export async function measureLatency(desk: Desk, count: number) {
  const times: number[] = [];
  let missing = 0;
  for (let index = 0; index < count; index++) {
    const began = performance.now();
    const { ticket_id } = Receipt.parse(await post(desk, requestBody()));
    const drafted = await untilDrafted(desk, ticket_id, began + GIVE_UP_MS);
    if (drafted) times.push(performance.now() - began);
    else missing++;
    await pause(REST_MS);
  }
  return { count, missing, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}

async function untilDrafted(desk: Desk, ticketId: string, end: number): Promise<boolean> {
  const body = JSON.stringify({ ticket_ids: [ticketId] });
  while (performance.now() < end) {
    const { tickets } = Summary.parse(await post(desk, body, "/summary"));
    if (tickets[0]?.decision) return true;
    await pause(POLL_MS);
  }
  return false;
}

async function post(desk: Desk, body: string, sub = ""): Promise<unknown> {
  const { path, ...call } = ingestCall(desk, body, sub);
  const response = await fetch(`${desk.url}${path}`, { method: "POST", ...call });
  return response.json();
}
