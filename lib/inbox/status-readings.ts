import { type Context, requirePermission } from "../platform/context";
import { countDeadLetters, queueDepths } from "../platform/job-store";
import type { Reading } from "../platform/metrics";
import { countHeldDrafts, countOpenTickets, countWaitingDeliveries } from "./status-store";

/** What of the database a monitoring system wants to see, read now. */
export async function readReadings(ctx: Context): Promise<Reading[]> {
  requirePermission(ctx, "ticket.read");
  const now = ctx.now();
  const [queues, dead, open, held, deliveries] = await Promise.all([
    queueDepths(ctx.db),
    countDeadLetters(ctx.db),
    countOpenTickets(ctx.db),
    countHeldDrafts(ctx.db),
    countWaitingDeliveries(ctx.db, now),
  ]);
  return [
    ...queues.flatMap(({ name, ready, active, oldestSeconds }) => {
      const labels = { queue: name };
      return [
        { name: "queue_ready", help: "Jobs that are due and not yet taken", value: ready, labels },
        { name: "queue_active", help: "Jobs that are worked on", value: active, labels },
        {
          name: "queue_oldest_seconds",
          help: "Age of the oldest due job",
          value: oldestSeconds,
          labels,
        },
      ];
    }),
    { name: "dead_letters", help: "Jobs that have failed for good", value: dead },
    ...open.map(({ status, n }) => ({
      name: "tickets_open",
      help: "Tickets that are not done with",
      value: n,
      labels: { status },
    })),
    { name: "drafts_held", help: "Drafts that wait for a person", value: held },
    { name: "deliveries_waiting", help: "Replies on their way out", value: deliveries },
  ];
}
