import { z } from "zod";
import { customerContext } from "../customer";
import { isPaying } from "../customer/model";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { checkAll } from "../rule";
import { choosePolicy, clockOf, factsNow, keepClockOf, loadPolicies } from "../sla";
import { firstReplyAfter, lockTicket, openTicketIds, type Ticket } from "../ticket";
import { isSettled } from "../ticket/model";
import { newestInputs } from "./store";

type Policies = Awaited<ReturnType<typeof loadPolicies>>;

const DAY = 86_400_000; // ms
/** How far back failed payments count, days; as in routing. */
const RECENT_DAYS = 30;

/**
 * Keeps the clock of a ticket after anything that may have changed it.
 *
 * Safe to repeat: it is worked out of the ticket as it is, with the ticket locked.
 */
export const keepClock = defineJob({
  name: "route.keep-clock",
  batch: 10,
  payload: z.object({ ticketId: z.uuid() }),
  async run(ctx, { ticketId }) {
    const policies = await loadPolicies(ctx.db);
    const idle = policies.length === 0 && (await clockOf(ctx.db, ticketId)) === null;
    return idle ? "nothing is promised" : keep(ctx, ticketId, policies, false);
  },
});

/** Tickets of one run; the next goes on behind them. */
const BATCH = 100;
/** The job that another one of its name goes on with. */
const KEEP_CLOCKS = "route.keep-clocks";

/**
 * Keeps the clocks of all open tickets, after a policy or a calendar was changed.
 *
 * Safe to repeat: each clock is worked out anew. A run that breaks off is begun again at its place.
 * What is late already when it is promised is not told.
 */
export const keepClocks = defineJob({
  name: KEEP_CLOCKS,
  payload: z.object({ eventId: z.uuid().optional(), after: z.uuid().optional() }),
  async run(ctx, { after }) {
    const policies = await loadPolicies(ctx.db);
    const ids = await openTicketIds(ctx.db, after ?? null, BATCH);
    for (const id of ids) await keep(ctx, id, policies, true);
    const last = ids.at(-1);
    if (last && ids.length === BATCH) await ctx.jobs.send(ctx.db, KEEP_CLOCKS, { after: last });
    return `${ids.length} tickets`;
  },
});

/** The same for one ticket, in a transaction of its own. @param quiet what is late is not told */
export function keep(
  ctx: Context,
  ticketId: string,
  policies: Policies,
  quiet: boolean,
): Promise<string> {
  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, ticketId);
    const waitingSince = isSettled(ticket.status) ? null : ticket.waitingSince;
    return keepClockOf(tx, {
      ticketId,
      ticket: {
        waitingSince,
        answered: ticket.firstResponseAt !== null,
        endedAt: await endOfWait(tx, ticket, waitingSince),
      },
      holds: await policyFor(tx, ticket, policies),
      // Requests of before the desk were never promised anything in time.
      quiet: quiet || ticket.historic,
    });
  });
}

/** When the wait that was counted last has ended: by our answer, or because nobody waits any more. */
async function endOfWait(
  ctx: Context,
  ticket: Ticket,
  waitingSince: Date | null,
): Promise<Date | null> {
  const counted = (await clockOf(ctx.db, ticket.id))?.waitingSince;
  if (!counted || counted.getTime() === waitingSince?.getTime()) return null;
  const reply = await firstReplyAfter(ctx.db, ticket.id, counted);
  return reply ?? (waitingSince ? null : ticket.updatedAt);
}

/** The policy that a rule has named, else the first that matches the ticket as it is now. */
async function policyFor(ctx: Context, ticket: Ticket, policies: Policies) {
  if (policies.length === 0) return null;
  const routed = await newestInputs(ctx.db, ticket.id);
  const named = policies.find(({ name }) => name === routed?.sla?.policy);
  if (named) return { policy: named, because: `rule "${routed?.sla?.rule}" sets it` };
  const since = ctx.now().getTime() - RECENT_DAYS * DAY;
  const { account, billing } = await customerContext(ctx.db, ticket.customerId);
  const failed = billing.filter(({ kind, at }) => kind === "invoice_failed" && +at >= since);
  const facts = factsNow(
    ticket,
    {
      tier: account.tier,
      inTrial: account.trialUntil ? account.trialUntil > ctx.now() : account.tier === "trial",
      paying: isPaying(account.tier),
      failedInvoices: failed.length,
      account: { id: account.id, name: account.name, key: account.key },
    },
    routed && { ...routed.inputs.facts, text: routed.inputs.text },
  );
  return choosePolicy(policies, (conditions) => checkAll(conditions, facts));
}
