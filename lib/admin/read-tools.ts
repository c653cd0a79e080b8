import { getSetting } from "../desk";
import { type Context, requirePermission } from "../platform/context";
import { toolState } from "../tool";
import type { ToolSettings } from "../tool/model";
import { toolRows, toolRunRows } from "./tool-store";

/** Tools and what they were asked lately, for those who may change them. */
export async function readToolSettings(ctx: Context): Promise<ToolSettings> {
  requirePermission(ctx, "ai.write");
  const hosts = await getSetting(ctx.db, "ai.toolHosts");
  const rows = await toolRows(ctx.db);
  const runs = await toolRunRows(ctx.db);
  return {
    hosts,
    tools: rows.map((tool) => ({
      id: tool.id,
      name: tool.name,
      description: tool.description,
      kind: tool.kind,
      method: tool.method,
      url: tool.url,
      body: tool.body,
      parameters: tool.parameters,
      enabled: tool.enabled,
      ...toolState(ctx, tool, hosts),
      updatedAt: tool.updatedAt.toISOString(),
    })),
    runs: runs.map(({ run, toolName, ticketNumber }) => ({
      ...run,
      toolName,
      ticketNumber,
      createdAt: run.createdAt.toISOString(),
    })),
  };
}
