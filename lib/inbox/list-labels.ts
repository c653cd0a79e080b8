import type { LabelOptions } from "../desk/model";
import { type Context, requirePermission } from "../platform/context";
import { labelsInUse } from "./label-store";

/** What a ticket can be called. */
export async function listLabels(ctx: Context): Promise<LabelOptions> {
  requirePermission(ctx, "ticket.read");
  return labelsInUse(ctx.db);
}
