import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Desk } from "./desk";
import type { Done } from "./havoc";
import type { HookCall } from "./hooks";
import type { MailTry } from "./mail";
import type { Verdict } from "./verify-requests";

type Reply = {
  messageId: string;
  deliveries: number;
  transport: string | null;
  state: string;
  stableId: string;
  destination: string;
  tries: number;
  /** The customer has written since. */
  overtaken: boolean;
};

type Seen = { mails: readonly MailTry[]; calls: readonly HookCall[]; faults: readonly Done[] };

/** A delivery that failed this often has failed for good; see lib/deliver/model.ts. */
const MAX_TRIES = 6;
/** A worker that was struck so long before or after a mail may have been at work on it, ms. */
const NEAR_MS = 4_000;

/** Every reply has left once, or nobody can know and it says so. */
export async function verifyReplies({ db }: Desk, seen: Seen): Promise<Verdict> {
  const replies = await rowsOf<Reply>(
    db,
    sql`select m.id as "messageId", d.transport, coalesce(d.state, 'none') as state,
          (select count(*)::int from deliveries x where x.message_id = m.id) as deliveries,
          coalesce(d.stable_id, '') as "stableId", coalesce(d.destination, '') as destination,
          coalesce(d.tries, 0) as tries,
          exists (select from messages n where n.ticket_id = m.ticket_id
            and n.author = 'customer' and n.created_at >= m.created_at) as overtaken
        from messages m left join deliveries d on d.message_id = m.id
        where m.public and m.author in ('agent', 'ai')`,
  );
  const counts: Record<string, number> = { replies: replies.length };
  const violations: string[] = [];
  for (const reply of replies) {
    const key = `replies ${reply.state} (${reply.transport ?? "no transport"})`;
    counts[key] = (counts[key] ?? 0) + 1;
    const faults =
      reply.transport === "webhook" ? callFaults(reply, seen) : mailFaults(reply, seen);
    const words = [...stateFaults(reply), ...faults].map(
      (fault) => `reply ${reply.messageId} ${fault}`,
    );
    violations.push(...words);
  }
  const known = new Set(replies.map((reply) => reply.stableId));
  for (const { messageId } of seen.mails) {
    if (messageId && !known.has(messageId)) violations.push(`a mail ${messageId} that nobody sent`);
  }
  for (const { id } of seen.calls) {
    if (!known.has(id)) violations.push(`a call ${id} that nobody made`);
  }
  counts["mails refused"] = seen.mails.filter((one) => one.outcome === "refused").length;
  counts["mails without an answer"] = seen.mails.filter((one) => one.outcome === "lost").length;
  counts["calls repeated"] = seen.calls.length - new Set(seen.calls.map(({ id }) => id)).size;
  return { counts, violations };
}

function stateFaults(reply: Reply): string[] {
  if (reply.deliveries !== 1) return [`has ${reply.deliveries} deliveries`];
  if (reply.state === "queued" || reply.state === "sending") return [`is stuck: ${reply.state}`];
  if (reply.state === "cancelled" && !reply.overtaken) return ["was cancelled without a reason"];
  if (reply.state === "failed" && reply.tries < MAX_TRIES) {
    return [`has failed after ${reply.tries} tries`];
  }
  return [];
}

function mailFaults(reply: Reply, { mails, faults }: Seen): string[] {
  const own = mails.filter((one) => one.messageId === reply.stableId && one.read);
  const left = own.filter((one) => one.outcome !== "refused").length;
  const accepted = own.filter((one) => one.outcome === "accepted").length;
  if (left > 1) return [`was handed over ${left} times (${accepted} accepted)`];
  if (reply.state === "sent" && accepted !== 1) return ["is called sent, but no server took it"];
  if (reply.state === "unknown" && !excused(reply, mails, faults)) {
    return ["is called unknown, but nothing happened to it"];
  }
  const silent = reply.state !== "sent" && reply.state !== "unknown";
  return silent && left > 0 ? [`is called ${reply.state}, but it has left`] : [];
}

/** Nobody answered it, or a fault fell into the handing over. */
const excused = (reply: Reply, mails: Seen["mails"], faults: Seen["faults"]): boolean =>
  mails
    .filter((one) => one.to === reply.destination)
    .some(
      (one) =>
        one.outcome === "lost" ||
        faults.some(
          ({ from, to }) => from < (one.ended ?? to) + NEAR_MS && to > one.began - NEAR_MS,
        ),
    );

function callFaults(reply: Reply, { calls }: Seen): string[] {
  const own = calls.filter((one) => one.id === reply.stableId);
  const done = own.some((one) => one.outcome === "done");
  if (new Set(own.map((one) => one.body)).size > 1) return ["was called with different bodies"];
  if (reply.state === "sent" && !done) return ["is called sent, but nobody took it"];
  // Called, and then overtaken by the customer's next message: it may have arrived.
  if (reply.state === "unknown" && !(reply.overtaken && own.length > 0)) {
    return ["is called unknown, though a call can be repeated"];
  }
  return reply.state === "cancelled" && own.length > 0 ? ["was cancelled, but it has left"] : [];
}
