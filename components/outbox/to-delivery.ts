import type { DeliveryView, OutboxRow } from "@/lib/channel/model";

/** A row of the outbox as tickets show it, so that both say the same words. */
export function toDelivery(row: OutboxRow): DeliveryView {
  return {
    id: row.id,
    state: row.state,
    transport: row.transport,
    destination: row.to,
    tries: row.tries,
    error: row.lastError,
    sentAt: row.sentAt,
  };
}
