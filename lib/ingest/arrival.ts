import type { Context } from "../platform/context";
import type { Turn } from "../ticket";
import type { TicketStatus } from "../ticket/model";
import type { IngestInput } from "./model";
import type { NewReceipt } from "./store";

export type Ingested = {
  /** False: this external id was here before, and nothing was stored. */
  stored: boolean;
  /** What was done; `duplicate`: nothing. */
  outcome: NewReceipt["outcome"] | "duplicate";
  ticketId: string;
  status: TicketStatus;
  createdAt: Date;
  /** The sender may read the conversation with a token. */
  readable: boolean;
};

/** A request with what its sender's connection adds. */
export type Request = {
  input: IngestInput;
  /** sha256 of the bytes, hex. */
  bodyHash: string;
  /** The system behind the channel. */
  source: string;
};

/** What a request has become; the receipt keeps it. */
export type Landed = Omit<Ingested, "stored" | "readable" | "outcome"> & {
  messageId: string | null;
  outcome: NewReceipt["outcome"];
  /** Records the last event; sent together with the receipt, because that is one round trip. */
  tell?: () => Promise<unknown>;
};

/** Where a message came from; kept with it, and shown as such. */
export type Sender = {
  connectionId: string;
  customerId: string;
  /** How much depends on their account. */
  value: number;
};

/** When it was written: as told, but never after now. */
export function writtenAt(ctx: Context, input: IngestInput): Date {
  const now = ctx.now();
  return input.created_at && input.created_at < now ? input.created_at : now;
}

/** Facts of arrival that stay with the message. What the caller thinks is evidence, not a decision. */
function factsOf(input: IngestInput): Record<string, unknown> {
  return {
    ...(input.priority && { callerPriority: input.priority }),
    ...(input.category && { callerCategory: input.category }),
    ...(input.page && { page: input.page }),
    ...(input.metadata && { sent: input.metadata }),
    ...(input.tools_executed.length > 0 && { toolsExecuted: input.tools_executed }),
    ...(input.historic && { historic: true }),
  };
}

/** The columns of a message that do not depend on who it is from. */
export function messageOf(ctx: Context, input: IngestInput, sender: Sender, because: string) {
  return {
    text: input.body ?? "",
    externalId: input.external_id,
    connectionId: sender.connectionId,
    landedBecause: because,
    metadata: factsOf(input),
    attachments: input.attachments,
    createdAt: writtenAt(ctx, input),
  };
}

/** Names of the tools that an AI agent has run before; they are not suggested again. */
export const toolNames = (input: IngestInput): string[] => [
  ...new Set(input.tools_executed.map((tool) => tool.name)),
];

/** The turns of the history, with their times as told: that is how a turn is known again. */
export const turnsOf = (input: IngestInput): Turn[] =>
  input.conversation_history.map(({ role, content, at }) => ({ author: role, text: content, at }));

/** Why people take it over: as told last, or that it was handed over without a word. */
export function handOverReason(input: IngestInput, before: string | null): string | null {
  const unsaid = input.resolution_state === "escalated" ? "No reason was given." : null;
  return input.escalation_reason ?? before ?? unsaid;
}
