import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { customerAiStopped, setCustomerAi } from "./ai-store";
import type { SwitchCustomerAiInput } from "./inputs";

/**
 * Stops the AI for one customer, or lets it on again. It goes on drafting; nothing leaves without a
 * person, from the next decision on, also for tickets that are queued already.
 *
 * @throws `not_found` when there is no such customer
 */
export async function switchCustomerAi(
  ctx: Context,
  { customerId, stopped }: SwitchCustomerAiInput,
): Promise<{ stopped: boolean }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    if (await setCustomerAi(tx.db, customerId, stopped)) {
      await recordEvent(tx, "ai.switched", { scope: "customer", id: customerId, stopped });
    } else if ((await customerAiStopped(tx.db, customerId)) === null) {
      throw new AppError("not_found", "There is no such customer.");
    }
    return { stopped };
  });
}
