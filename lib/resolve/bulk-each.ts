import type { Context } from "../platform/context";
import { describeFailure } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import { log } from "../platform/log";
import { TICKET_PREFIX } from "../ticket/model";
import type { BulkResult } from "./bulk-inputs";

/**
 * Does something to many tickets, one after the other: what is refused for one leaves the others as
 * they are. Two at once would only wait for each other's locks.
 */
export async function eachTicket<T>(
  ctx: Context,
  items: readonly T[],
  idOf: (item: T) => string,
  work: (ctx: Context, item: T) => Promise<void>,
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const item of items) {
    const id = toPublicId(TICKET_PREFIX, idOf(item));
    try {
      await work(ctx, item);
      results.push({ id, ok: true });
    } catch (error) {
      const { code, message } = describeFailure(error);
      if (code === "internal") log.error({ err: error }, "a ticket of many could not be changed");
      results.push({ id, ok: false, message });
    }
  }
  return results;
}
