import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { headersProblem, sealHeaders } from "./headers";
import { ToolInput, ToolRef } from "./model";
import { ParametersError, readParameters } from "./parameters";
import { lockTool, putTool, toolNamed } from "./store";
import { checkTemplate, TemplateError } from "./template";

/**
 * Makes a tool, or changes one.
 *
 * @param hosts that tools may call, as the desk has set them
 * @throws `invalid` with what is wrong at each field; `conflict` when another one has that name
 */
export async function saveTool(
  ctx: Context,
  input: ToolInput,
  hosts: readonly string[],
): Promise<{ toolId: string }> {
  requirePermission(ctx, "ai.write");
  const { toolId, headers, ...content } = parseInput(ToolInput, input);
  refuseWrong({ ...content, headers }, hosts);
  const id = toolId ?? newId();
  return transaction(ctx, async (tx) => {
    const before = toolId === undefined ? null : await lockTool(tx.db, toolId);
    if (toolId !== undefined && !before) throw noTool();
    if (await toolNamed(tx.db, content.name, id)) throw nameTaken();
    // Left out, they stay; but never with another host: a secret goes only where it was meant to.
    if (before?.headers && headers === undefined && hostOf(before.url) !== hostOf(content.url)) {
      throw wrong("headers", "must be set again, for the tool calls another host now");
    }
    const sealed = headers === undefined ? (before?.headers ?? null) : sealHeaders(tx, headers);
    const now = tx.now();
    await putTool(tx.db, {
      ...{ id, ...content, headers: sealed, createdAt: before?.createdAt ?? now },
      ...{ updatedAt: now, archivedAt: before?.archivedAt ?? null },
    });
    const change = before ? "edited" : "created";
    await recordEvent(tx, "tool.changed", { toolId: id, change });
    return { toolId: id };
  });
}

/** Takes a tool out of use, or brings it back. Safe to repeat. */
export const removeTool = (ctx: Context, input: ToolRef) => setArchived(ctx, input, true);
export const restoreTool = (ctx: Context, input: ToolRef) => setArchived(ctx, input, false);

async function setArchived(ctx: Context, input: ToolRef, archived: boolean): Promise<void> {
  requirePermission(ctx, "ai.write");
  const { toolId } = parseInput(ToolRef, input);
  await transaction(ctx, async (tx) => {
    const tool = await lockTool(tx.db, toolId);
    if (!tool) throw noTool();
    if ((tool.archivedAt !== null) === archived) return;
    if (!archived && (await toolNamed(tx.db, tool.name, toolId))) throw nameTaken();
    const now = tx.now();
    await putTool(tx.db, { ...tool, archivedAt: archived ? now : null, updatedAt: now });
    await recordEvent(tx, "tool.changed", { toolId, change: archived ? "archived" : "restored" });
  });
}

type Content = Omit<ToolInput, "toolId"> & { body: string };

function refuseWrong(content: Content, hosts: readonly string[]): void {
  const { kind, method, headers } = content;
  if (kind === "lookup" && method !== "GET" && method !== "POST") {
    throw wrong("method", "a look-up only reads: GET, or a POST that changes nothing");
  }
  const problem = headersProblem(headers ?? {});
  if (problem) throw wrong("headers", problem);
  try {
    const { names } = readParameters(content.parameters);
    const host = checkTemplate(content, names);
    if (!hosts.includes(host)) {
      throw wrong("url", `${host} is not among the hosts that tools may call`);
    }
  } catch (error) {
    if (error instanceof ParametersError) throw wrong("parameters", error.message);
    if (error instanceof TemplateError) throw wrong(error.field, error.message);
    throw error;
  }
}

const hostOf = (url: string): string => /^https?:\/\/([^/?#]*)/i.exec(url)?.[0].toLowerCase() ?? "";

const wrong = (field: string, message: string) =>
  new AppError("invalid", `Some fields are not right: ${field} ${message}.`, {
    fields: { [field]: [message] },
  });

const noTool = () => new AppError("not_found", "There is no such tool.");

const nameTaken = () =>
  new AppError("conflict", "There is a tool of that name.", {
    fields: { name: ["is the name of another tool"] },
  });
