import type { Context } from "../platform/context";
import { openHeaders } from "./headers";
import { readParameters } from "./parameters";
import type { Tool } from "./store";
import { checkTemplate } from "./template";

/** Which headers a tool has, and why it can't be asked at present; no value of a header. */
export function toolState(
  ctx: Context,
  tool: Tool,
  hosts: readonly string[],
): { headerNames: string[]; problem: string | null } {
  const headers = openHeaders(ctx, tool.headers);
  const headerNames = Object.keys(headers ?? {});
  if (!headers) {
    const problem = "Its headers can't be read any more: the desk's secret has changed.";
    return { headerNames, problem };
  }
  return { headerNames, problem: shapeProblem(tool, hosts) };
}

function shapeProblem(tool: Tool, hosts: readonly string[]): string | null {
  try {
    const host = checkTemplate(tool, readParameters(tool.parameters).names);
    return hosts.includes(host) ? null : `${host} is not among the hosts that tools may call.`;
  } catch (error) {
    return error instanceof Error ? error.message : "It can't be read.";
  }
}
