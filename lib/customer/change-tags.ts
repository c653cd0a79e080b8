import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import type { ChangeCustomerTagsInput } from "./inputs";
import { CUSTOMER_TAGS } from "./model";
import { lockTags, storeTags } from "./tag-store";

/** Puts tags on a customer and takes others off. Safe to repeat. */
export async function changeCustomerTags(
  ctx: Context,
  { customerId, add, remove }: ChangeCustomerTagsInput,
): Promise<{ tags: string[] }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const before = await lockTags(tx.db, customerId);
    if (!before) throw new AppError("not_found", "There is no such customer.");
    const tags = [...new Set([...before.filter((tag) => !remove.includes(tag)), ...add])];
    if (tags.length > CUSTOMER_TAGS) {
      throw new AppError("invalid", `A customer has at most ${CUSTOMER_TAGS} tags.`, {
        fields: { add: [`at most ${CUSTOMER_TAGS} in all`] },
      });
    }
    const added = tags.filter((tag) => !before.includes(tag));
    const removed = before.filter((tag) => !tags.includes(tag));
    if (added.length > 0 || removed.length > 0) {
      await storeTags(tx.db, customerId, tags);
      await recordEvent(tx, "customer.tagged", { customerId, added, removed });
    }
    return { tags };
  });
}
