import { randomBytes } from "node:crypto";
import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { log } from "../platform/log";
import { callTool } from "./call-tool";
import type { BoundValue, ProposalGiven } from "./model";
import { type ReadParameters, readParameters, type Values } from "./parameters";
import { insertProposal } from "./proposal-store";
import { beginRun, endRun } from "./run-store";
import { type Tool, toolsInUse } from "./store";

/** Runs within one draft, and of one ticket within a day. */
const RUNS = { draft: 5, day: 20 } as const;
const DAY = 86_400_000; // ms
/** Characters of a reason. */
const REASON = 500;

const FAILED = "It could not be asked, or did not answer.";

export type Bound = Readonly<Record<BoundValue, string | null>>;

/** Whose data tools may touch, and where; told by code, never by a model. */
export type ToolFacts = {
  ticketId: string;
  bound: Bound;
  /** Hosts that tools may call. */
  hosts: readonly string[];
};

type ModelTool = {
  description: string;
  parameters: Record<string, unknown>;
  run(given: unknown, signal: AbortSignal): Promise<string>;
};

/**
 * What a model may use for one draft of this ticket. Look-ups run, for this customer only; an
 * action is never carried out: it becomes a proposal, and the model is told so.
 */
export async function toolsFor(ctx: Context, facts: ToolFacts): Promise<Record<string, ModelTool>> {
  const budget = { left: RUNS.draft };
  const found: Record<string, ModelTool> = {};
  for (const tool of await toolsInUse(ctx.db)) {
    const parameters = readable(tool);
    if (!parameters) continue;
    const action = tool.kind === "action";
    const reasoned = action && !parameters.names.includes("reason");
    found[tool.name] = {
      description: action
        ? `${tool.description}\nIt is only proposed to a person: nothing happens now.`
        : tool.description,
      parameters: reasoned ? withReason(parameters.schema) : parameters.schema,
      async run(given, signal) {
        // Counted before anything is awaited: a model may ask for several at once.
        if (budget.left <= 0) return answer(tool, "refused", "no more tools for this draft");
        budget.left -= 1;
        try {
          const said = reasoned ? splitReason(given) : { values: given, reason: "" };
          const checked = parameters.check(said.values);
          if ("wrong" in checked) return answer(tool, "refused", checked.wrong);
          return action
            ? await propose(ctx, tool, facts, checked.values, said.reason)
            : await lookUp(ctx, tool, facts, checked.values, signal);
        } catch (error) {
          log.error({ err: error, toolId: tool.id }, "a tool could not be asked");
          return answer(tool, "failed", "it can't be asked at present");
        }
      },
    };
  }
  return found;
}

/** Null: its schema was stored by another version and can't be read. */
function readable(tool: Tool): ReadParameters | null {
  try {
    return readParameters(tool.parameters);
  } catch {
    return null;
  }
}

async function lookUp(
  ctx: Context,
  tool: Tool,
  facts: ToolFacts,
  values: Values,
  signal: AbortSignal,
): Promise<string> {
  const id = newId();
  const now = ctx.now();
  const { ticketId, bound } = facts;
  const run = {
    ...{ id, toolId: tool.id, ticketId, given: values, bound: { ...bound } },
    // Until it has ended: what stays so was cut off.
    ...{ outcome: "failed" as const, result: "There was no end of it.", createdAt: now },
  };
  const since = new Date(now.getTime() - DAY);
  const begun = await transaction(ctx, (tx) => beginRun(tx.db, run, since, RUNS.day));
  if (!begun) return answer(tool, "refused", "this ticket has used up its tools of a day");
  const call = { tool, values, bound, hosts: facts.hosts, signal };
  const { outcome, status, result, latencyMs } = await callTool(ctx, call);
  await endRun(ctx.db, id, { outcome, status, result, latencyMs });
  if (outcome !== "failed") return answer(tool, outcome, result);
  // Without the words of the other side: an error often repeats what it was given.
  return answer(tool, outcome, status === null ? FAILED : `It answered ${status}.`);
}

async function propose(
  ctx: Context,
  tool: Tool,
  { ticketId, bound }: ToolFacts,
  values: Values,
  reason: string,
): Promise<string> {
  const given: ProposalGiven = { values, bound: known(bound) };
  const id = newId();
  await transaction(ctx, async (tx) => {
    const row = { id, toolId: tool.id, ticketId, given, reason, createdAt: tx.now() };
    if (!(await insertProposal(tx.db, row))) return;
    const told = { ticketId, proposalId: id, toolId: tool.id, tool: tool.name };
    await recordEvent(tx, "proposal.made", told);
  });
  return answer(tool, "proposed", "Proposed to a person. It has not been done; do not say so.");
}

/** Without what this customer lacks. */
export const known = (bound: Bound): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bound).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

function withReason(schema: Record<string, unknown>): Record<string, unknown> {
  const { properties } = schema as { properties: Record<string, unknown> }; // made by readParameters
  const reason = { type: "string", description: "Why, for the person who decides." };
  return { ...schema, properties: { ...properties, reason } };
}

function splitReason(given: unknown): { values: unknown; reason: string } {
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    return { values: given, reason: "" };
  }
  const { reason, ...values } = given as Record<string, unknown>; // checked against its schema next
  return {
    values,
    reason: typeof reason === "string" ? reason.slice(0, REASON).toWellFormed() : "",
  };
}

/** Data, with a boundary that nothing in it can know, and no bracket of a tag left as it is. */
function answer(tool: Tool, outcome: string, data: string): string {
  const end = `boundary="${randomBytes(9).toString("base64url")}"`;
  const body = JSON.stringify({ tool: tool.name, outcome, data }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `<tool_result ${end}>\n${body}\n</tool_result ${end}>`;
}
