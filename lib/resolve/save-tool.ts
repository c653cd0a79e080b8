import { getSetting } from "../desk";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { ticketById, ticketIdByNumber } from "../ticket";
import { runTrial, saveTool as store } from "../tool";
import { type ToolInput, type ToolTrial, TryToolInput } from "../tool/model";
import { toolFacts } from "./tool-facts";

/** Makes a tool, or changes one; it may only call hosts that the desk has allowed. */
export async function saveTool(ctx: Context, input: ToolInput): Promise<{ toolId: string }> {
  requirePermission(ctx, "ai.write");
  return store(ctx, input, await getSetting(ctx.db, "ai.toolHosts"));
}

/** Asks a tool for the customer of one ticket, as a model would. @throws `not_found` */
export async function tryTool(ctx: Context, input: TryToolInput): Promise<ToolTrial> {
  requirePermission(ctx, "ai.write");
  const asked = parseInput(TryToolInput, input);
  const ticketId = await ticketIdByNumber(ctx.db, asked.ticketNumber);
  if (!ticketId) {
    throw new AppError("not_found", "There is no such ticket.", {
      fields: { ticketNumber: ["is the number of no ticket"] },
    });
  }
  return runTrial(ctx, asked, await toolFacts(ctx, await ticketById(ctx.db, ticketId)));
}
