import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { callTool, requestOf } from "./call-tool";
import type { ToolTrial, TryToolInput } from "./model";
import { readParameters } from "./parameters";
import { insertRun } from "./run-store";
import { toolById } from "./store";
import type { ToolFacts } from "./tools-for";

/**
 * Tries a tool for an admin. A look-up runs, as it would for a model; of an action only the request
 * is shown, for it would really be carried out.
 */
export async function runTrial(
  ctx: Context,
  { toolId, given }: TryToolInput,
  { ticketId, bound, hosts }: ToolFacts,
): Promise<ToolTrial> {
  requirePermission(ctx, "ai.write");
  const tool = await toolById(ctx.db, toolId);
  if (!tool) throw new AppError("not_found", "There is no such tool.");
  const checked = readParameters(tool.parameters).check(given);
  if ("wrong" in checked) return none(`Not called: ${checked.wrong}.`);
  const { values } = checked;
  if (tool.kind === "action") {
    const request = requestOf({ tool, values, bound, hosts });
    if ("wrong" in request) return none(`Not called: ${request.wrong}.`);
    return {
      ...none("Not called: an action is only carried out when a person confirms it."),
      request,
    };
  }
  const { unknown: _, ...trial } = await callTool(ctx, { tool, values, bound, hosts });
  const { outcome, status, result, latencyMs } = trial;
  // Beside the ticket: whoever erases that erases this.
  await insertRun(ctx.db, {
    ...{ id: newId(), toolId, ticketId, given: values, bound: { ...bound } },
    ...{ outcome, status, result, latencyMs, createdAt: ctx.now() },
  });
  return trial;
}

const none = (result: string): ToolTrial => ({
  ...{ request: null, outcome: "refused", status: null, result, latencyMs: 0 },
});
