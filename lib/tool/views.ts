import type { Db } from "@/db/client";
import { requestOf } from "./call-tool";
import { withoutKeys } from "./keys";
import { ProposalGiven, type ProposalView, type ToolRunView } from "./model";
import type { Values } from "./parameters";
import { proposalsOfTicket } from "./proposal-store";
import { runsOfTicket } from "./run-store";

/** What models would have done in a ticket, newest first, each with the request that would leave. */
export async function proposalsOf(db: Db, ticketId: string): Promise<ProposalView[]> {
  const rows = await proposalsOfTicket(db, ticketId);
  return rows.map(({ proposal, tool }) => {
    const given = ProposalGiven.safeParse(proposal.given).data ?? { values: {}, bound: {} };
    const values = given.values as Values; // stored after the tool's own check
    const host = /^https?:\/\/([^/?#]*)/i.exec(tool.url)?.[1]?.toLowerCase() ?? "";
    const changed = tool.updatedAt > proposal.createdAt;
    const request = changed
      ? { wrong: "" }
      : requestOf({ tool, values, bound: given.bound, hosts: [host] });
    return {
      id: proposal.id,
      toolName: tool.name,
      description: tool.description,
      given: given.values,
      bound: given.bound,
      request: "wrong" in request ? null : { ...request, url: withoutKeys(request.url) },
      reason: proposal.reason,
      state: proposal.state,
      decidedBy: proposal.decidedBy,
      decidedAt: proposal.decidedAt?.toISOString() ?? null,
      result: proposal.result,
      createdAt: proposal.createdAt.toISOString(),
    };
  });
}

/** What tools were asked for a ticket, and what they said, newest first. */
export async function toolRunsOf(
  db: Db,
  ticket: { id: string; number: number },
): Promise<ToolRunView[]> {
  const rows = await runsOfTicket(db, ticket.id);
  return rows.map(({ run, toolName }) => ({
    ...run,
    toolName,
    ticketNumber: ticket.number,
    createdAt: run.createdAt.toISOString(),
  }));
}
