import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { RequestSummary } from "@/lib/ingest/model";
import { postSigned, reasonOf, type Target } from "./client";

/** Tickets asked about in one request; the endpoint takes 1,000. */
const PAGE = 500;
const POLL_MS = 2_000;
/** Chats are answered after 20 s of silence; when nothing has changed for longer, nothing will. */
const QUIET_MS = 40_000;

const Reply = z.object({ tickets: z.array(RequestSummary) });

/**
 * Waits until every ticket has a decision, nothing changes any more, or `waitMs` is over.
 *
 * @param tick is told how many have one
 */
export async function followTickets(
  target: Target,
  ticketIds: readonly string[],
  waitMs: number,
  tick: (decided: number) => void,
): Promise<RequestSummary[]> {
  const known = new Map<string, RequestSummary>();
  const end = Date.now() + waitMs;
  let changed = Date.now();
  for (;;) {
    const open = ticketIds.filter((id) => !known.get(id)?.decision);
    if (await ask(target, open, known)) changed = Date.now();
    const decided = [...known.values()].filter((ticket) => ticket.decision).length;
    tick(decided);
    const now = Date.now();
    if (decided === ticketIds.length || now > end || now - changed > QUIET_MS) break;
    await pause(POLL_MS);
  }
  await ask(target, ticketIds, known);
  return [...known.values()];
}

/** @returns whether anything has changed since the last time */
async function ask(
  target: Target,
  ids: readonly string[],
  known: Map<string, RequestSummary>,
): Promise<boolean> {
  let changed = false;
  for (let at = 0; at < ids.length; at += PAGE) {
    const body = JSON.stringify({ ticket_ids: ids.slice(at, at + PAGE) });
    const answer = await postSigned(target, body, "/summary");
    if (answer.status !== 200) throw new Error(`No summary: ${reasonOf(answer)}`);
    for (const ticket of Reply.parse(answer.body).tickets) {
      changed ||= JSON.stringify(known.get(ticket.ticket_id)) !== JSON.stringify(ticket);
      known.set(ticket.ticket_id, ticket);
    }
  }
  return changed;
}
