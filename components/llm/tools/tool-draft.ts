import type { TOOL_METHODS, ToolInput, ToolKind, ToolView } from "@/lib/tool/model";

type Method = (typeof TOOL_METHODS)[number];

/** A tool as it is typed. */
export type ToolDraft = {
  name: string;
  description: string;
  kind: ToolKind;
  method: Method;
  url: string;
  /** Null: what is stored stays. Else one `Name: value` a line. */
  headers: string | null;
  body: string;
  /** JSON. */
  parameters: string;
  enabled: boolean;
};

const NO_PARAMETERS = { type: "object", properties: {}, required: [] };

export const newTool = (): ToolDraft => ({
  name: "",
  description: "",
  kind: "lookup",
  method: "GET",
  url: "",
  headers: "",
  body: "",
  parameters: JSON.stringify(NO_PARAMETERS, null, 2),
  enabled: true,
});

export const draftOf = (tool: ToolView): ToolDraft => ({
  name: tool.name,
  description: tool.description,
  kind: tool.kind,
  method: tool.method,
  url: tool.url,
  headers: tool.headerNames.length > 0 ? null : "",
  body: tool.body,
  parameters: JSON.stringify(tool.parameters, null, 2),
  enabled: tool.enabled,
});

/** What can't be read before the desk is asked. */
type Unread = { field: "headers" | "parameters" };

/** As the desk takes it, or the field that can't be read. */
export function inputOf(draft: ToolDraft, toolId: string | undefined): ToolInput | Unread {
  const headers = draft.headers === null ? undefined : headersIn(draft.headers);
  if (headers === null) return { field: "headers" };
  const parameters = objectIn(draft.parameters);
  if (!parameters) return { field: "parameters" };
  const { name, description, kind, method, url, body, enabled } = draft;
  return {
    ...(toolId && { toolId }),
    ...{ name, description, kind, method, url, body, enabled, parameters },
    ...(headers && { headers }),
  };
}

/** Null when a line is no header. */
function headersIn(text: string): Record<string, string> | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const pairs = lines.map((line) => {
    const at = line.indexOf(":");
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
  });
  if (lines.some((line) => line.indexOf(":") < 1)) return null;
  return Object.fromEntries(pairs);
}

export function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Names that the model gives, as far as the parameters can be read. */
export function namesIn(parameters: string): string[] {
  const properties = objectIn(parameters)?.properties;
  return properties && typeof properties === "object" ? Object.keys(properties) : [];
}
