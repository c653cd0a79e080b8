import { toPublicId } from "@/lib/platform/ids";
import { TICKET_PREFIX } from "@/lib/ticket/model";
import { type Client, EMPTY_ROUTE } from "./client";
import type { WorkspaceDesk } from "./desk";
import { type Figure, median, p95, takeTurns } from "./sample";

const WARM = 5;

/** Tickets with short and long threads, as data and as pages, beside an empty route. No bar. */
export async function measureTickets(
  desk: WorkspaceDesk,
  client: Client,
  rounds: number,
): Promise<Figure[]> {
  const works: Record<string, () => Promise<unknown>> = { empty: () => client.get(EMPTY_ROUTE) };
  for (const { messages, ticketId } of desk.arranged.threads) {
    const id = toPublicId(TICKET_PREFIX, ticketId);
    works[`${messages} messages, JSON`] = () => client.get(`/api/tickets/${id}`);
    works[`${messages} messages, HTML`] = () => client.get(`/queue/open/${id}`);
  }
  const { empty = [], ...times } = await takeTurns(rounds, WARM, works);
  return Object.entries(times).map(([what, ms]) => ({
    size: desk.size,
    group: "ticket",
    what,
    unit: "ms" as const,
    median: median(ms),
    value: p95(ms),
    yardstick: p95(empty),
    bar: null,
  }));
}
