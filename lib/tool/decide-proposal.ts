import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { type Called, callTool, requestOf } from "./call-tool";
import { ProposalGiven, type ProposalRef } from "./model";
import { type ReadParameters, readParameters, type Values } from "./parameters";
import { lockProposal, lostProposals, moveProposal, type Proposal } from "./proposal-store";
import { insertRun } from "./run-store";
import { type Tool, toolById } from "./store";
import { known, type ToolFacts } from "./tools-for";

/** A call is given up after ten seconds; one that has not ended by then has lost whoever made it. */
const LOST_MS = 120_000;
const KEPT = 2_000;

export type ProposalEnd = { state: "done" | "failed"; result: string };

type Begun = { proposal: Proposal; tool: Tool; values: Values; facts: ToolFacts };

/** The ticket that a proposal is about. @throws `not_found` */
async function proposalTicket(ctx: Context, { proposalId }: ProposalRef): Promise<string> {
  const proposal = await transaction(ctx, (tx) => lockProposal(tx.db, proposalId));
  if (!proposal) throw new AppError("not_found", "There is no such proposal.");
  return proposal.ticketId;
}

/**
 * Carries out what a model proposed, because a person says so. It leaves once: the state moves from
 * `proposed` before the call, and no second one finds it there; the call carries the proposal's id.
 *
 * @param read the ticket's customer as they are now, with the ticket locked
 * @throws `conflict` when it was decided, its tool was changed, or it is about somebody else by now
 */
export async function runProposal(
  ctx: Context,
  ref: ProposalRef,
  read: (tx: Context, ticketId: string) => Promise<ToolFacts>,
): Promise<ProposalEnd> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);
  const begun = await transaction(ctx, (tx) => begin(tx, ref, personId, read));
  const { proposal, tool, values, facts } = begun;
  const { bound, hosts } = facts;
  const call = { tool, values, bound, hosts, idempotencyKey: proposal.id };
  const called = await callTool(ctx, call);
  return transaction(ctx, (tx) => end(tx, begun, called));
}

async function begin(
  ctx: Context,
  { proposalId }: ProposalRef,
  personId: string,
  read: (tx: Context, ticketId: string) => Promise<ToolFacts>,
): Promise<Begun> {
  const seen = await proposalTicket(ctx, { proposalId });
  const facts = await read(ctx, seen);
  const proposal = await lockProposal(ctx.db, proposalId);
  if (proposal?.state !== "proposed") throw decided();
  const tool = await toolById(ctx.db, proposal.toolId);
  const values = checked(proposal, tool, facts);
  if (!tool) throw changed();
  const set = { state: "running", decidedBy: personId, decidedAt: ctx.now() } as const;
  if (!(await moveProposal(ctx.db, proposalId, "proposed", set))) throw decided();
  const told = { ticketId: seen, proposalId, toolId: tool.id, tool: tool.name };
  await recordEvent(ctx, "proposal.confirmed", told);
  return { proposal, tool, values, facts };
}

/** The same tool, the same customer, and values that still fit: what the person has read is what runs. */
function checked(proposal: Proposal, tool: Tool | null, facts: ToolFacts): Values {
  if (!tool?.enabled || tool.archivedAt || tool.kind !== "action") throw changed();
  if (tool.updatedAt > proposal.createdAt) throw changed();
  const given = ProposalGiven.safeParse(proposal.given).data;
  const parameters = given && readOf(tool);
  const found = parameters?.check(given?.values);
  if (!given || !found || "wrong" in found) throw changed();
  if (!sameBound(given.bound, known(facts.bound))) {
    throw new AppError(
      "conflict",
      "The ticket is about another customer or account than when this was proposed. Nothing was done.",
    );
  }
  const request = requestOf({ tool, values: found.values, bound: facts.bound, hosts: facts.hosts });
  if ("wrong" in request) throw new AppError("conflict", `Nothing was done: ${request.wrong}.`);
  return found.values;
}

function readOf(tool: Tool): ReadParameters | null {
  try {
    return readParameters(tool.parameters);
  } catch {
    return null;
  }
}

function sameBound(then: Record<string, string>, now: Record<string, string>): boolean {
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...names].every((name) => then[name] === now[name]);
}

async function end(ctx: Context, begun: Begun, called: Called): Promise<ProposalEnd> {
  const { proposal, tool, values, facts } = begun;
  const { outcome, status, latencyMs } = called;
  const state = outcome === "answered" ? "done" : "failed";
  const words = called.unknown
    ? `${called.result} The outcome is unknown: look in the other system before you repeat it.`
    : called.result;
  const result = words.slice(0, KEPT).toWellFormed();
  // Too late only when the sweep has called it lost; what it really came to is told all the same.
  await moveProposal(ctx.db, proposal.id, "running", { state, result });
  await insertRun(ctx.db, {
    ...{ id: newId(), toolId: tool.id, ticketId: proposal.ticketId, proposalId: proposal.id },
    ...{ given: values, bound: { ...facts.bound }, outcome, status, latencyMs },
    ...{ result: called.result, createdAt: ctx.now() },
  });
  await tellEnd(ctx, proposal, tool.name, state, result);
  return { state, result };
}

async function tellEnd(
  ctx: Context,
  { id, ticketId, toolId }: Proposal,
  tool: string,
  state: ProposalEnd["state"],
  result: string,
): Promise<void> {
  const told = { ticketId, proposalId: id, toolId, tool };
  if (state === "done") await recordEvent(ctx, "proposal.done", told);
  else await recordEvent(ctx, "proposal.failed", { ...told, error: result.slice(0, 300) });
}

/** A person does not want it. @throws `conflict` when it was decided */
export async function dropProposal(ctx: Context, { proposalId }: ProposalRef): Promise<void> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);
  await transaction(ctx, async (tx) => {
    const proposal = await lockProposal(tx.db, proposalId);
    if (!proposal) throw new AppError("not_found", "There is no such proposal.");
    const tool = await toolById(tx.db, proposal.toolId);
    const set = { state: "declined", decidedBy: personId, decidedAt: tx.now() } as const;
    if (!(await moveProposal(tx.db, proposalId, "proposed", set))) throw decided();
    const { ticketId, toolId } = proposal;
    const told = { ticketId, proposalId, toolId, tool: tool?.name ?? "" };
    await recordEvent(tx, "proposal.declined", told);
  });
}

/**
 * Says of calls whose process died that nobody knows how they ended. They are never made again by
 * themselves. @returns how many
 */
export async function tellLostProposals(ctx: Context): Promise<number> {
  const lost = await lostProposals(ctx.db, new Date(ctx.now().getTime() - LOST_MS));
  const result = "The outcome is unknown: look in the other system before you repeat it.";
  for (const { proposal, toolName } of lost) {
    await transaction(ctx, async (tx) => {
      const set = { state: "failed", result } as const;
      if (!(await moveProposal(tx.db, proposal.id, "running", set))) return;
      await tellEnd(tx, proposal, toolName, "failed", result);
    });
  }
  return lost.length;
}

const decided = () =>
  new AppError("conflict", "Somebody has decided about this already. Nothing was done now.");

const changed = () =>
  new AppError(
    "conflict",
    "The tool was changed since this was proposed. Nothing was done: draft again to have it proposed anew.",
  );
