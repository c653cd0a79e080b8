import { z } from "zod";

/** `lookup` only reads, and a model may ask for it; `action` is only ever proposed to a person. */
export const TOOL_KINDS = ["lookup", "action"] as const;
export const ToolKind = z.enum(TOOL_KINDS);
export type ToolKind = z.infer<typeof ToolKind>;

export const TOOL_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What code knows of the ticket's customer; a model can neither choose nor change these. */
export const BOUND_VALUES = [
  "customer.id",
  "customer.email",
  "account.id",
  "account.name",
  "ticket.id",
  "ticket.number",
] as const;
export const BoundValue = z.enum(BOUND_VALUES);
export type BoundValue = z.infer<typeof BoundValue>;

const name = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{1,62}$/, "must be of a-z, 0-9 and _, and begin with a letter");

export const ToolInput = z.object({
  /** Left out: a new tool. */
  toolId: z.uuid().optional(),
  name,
  /** Told to the model: what it gives and when to ask. */
  description: z.string().trim().min(1, "is missing").max(1000),
  kind: ToolKind,
  method: z.enum(TOOL_METHODS),
  /** With placeholders: `{customer.email}` is bound by code, `{order_id}` comes from the model. */
  url: z.string().trim().min(1, "is missing").max(2000),
  /** Sent as they are; values are sealed at rest. Left out: they stay. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/), z.string().max(2000)).optional(),
  /** JSON with the same placeholders; empty: none. */
  body: z.string().max(20_000).default(""),
  /** JSON Schema of what the model gives; an object. */
  parameters: z.record(z.string(), z.unknown()),
  enabled: z.boolean(),
});
export type ToolInput = z.input<typeof ToolInput>;

export const ToolRef = z.object({ toolId: z.uuid() });
export type ToolRef = z.infer<typeof ToolRef>;

export const TOOL_OUTCOMES = ["answered", "refused", "failed"] as const;

export const PROPOSAL_STATES = ["proposed", "running", "declined", "done", "failed"] as const;
export const ProposalState = z.enum(PROPOSAL_STATES);
export type ProposalState = z.infer<typeof ProposalState>;

export const ProposalRef = z.object({ proposalId: z.uuid() });
export type ProposalRef = z.infer<typeof ProposalRef>;

/** What a proposal asks for: the model's words, and what code bound when it was made. */
export const ProposalGiven = z.object({
  values: z.record(z.string(), z.unknown()),
  bound: z.record(z.string(), z.string()),
});
export type ProposalGiven = z.infer<typeof ProposalGiven>;

/** A request as it would leave, without its headers. */
export const FilledRequest = z.object({
  method: z.enum(TOOL_METHODS),
  url: z.string(),
  body: z.string().nullable(),
});
export type FilledRequest = z.infer<typeof FilledRequest>;

/** What a model would have done; it waits for a person. */
export const ProposalView = z.object({
  id: z.uuid(),
  toolName: z.string(),
  description: z.string(),
  given: z.record(z.string(), z.unknown()),
  bound: z.record(z.string(), z.string()),
  /** Null: the tool has been changed since, and can't be asked so any more. */
  request: FilledRequest.nullable(),
  reason: z.string(),
  state: ProposalState,
  /** Of a person. */
  decidedBy: z.uuid().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  result: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type ProposalView = z.infer<typeof ProposalView>;

export const ToolRunView = z.object({
  id: z.uuid(),
  toolName: z.string(),
  /** Of the ticket; null: of none. */
  ticketNumber: z.number().int().nullable(),
  proposalId: z.uuid().nullable(),
  given: z.record(z.string(), z.unknown()),
  bound: z.record(z.string(), z.unknown()),
  outcome: z.enum(TOOL_OUTCOMES),
  status: z.number().int().nullable(),
  result: z.string(),
  latencyMs: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type ToolRunView = z.infer<typeof ToolRunView>;

/** A tool as its settings page may see it: names of headers, never their values. */
export const ToolView = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  kind: ToolKind,
  method: z.enum(TOOL_METHODS),
  url: z.string(),
  headerNames: z.array(z.string()),
  body: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  enabled: z.boolean(),
  /** Null: nothing is wrong. Else why it can't be asked at present. */
  problem: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});
export type ToolView = z.infer<typeof ToolView>;

export const ToolSettings = z.object({
  hosts: z.array(z.string()),
  tools: z.array(ToolView),
  /** Newest first. */
  runs: z.array(ToolRunView),
});
export type ToolSettings = z.infer<typeof ToolSettings>;

/** A trial for an admin: this ticket's customer, and values that a model would give. */
export const TryToolInput = z.object({
  toolId: z.uuid(),
  ticketNumber: z.number().int().positive(),
  given: z.record(z.string(), z.unknown()),
});
export type TryToolInput = z.infer<typeof TryToolInput>;

export const ToolTrial = z.object({
  /** Null: it was refused before there was one. */
  request: FilledRequest.nullable(),
  outcome: z.enum(TOOL_OUTCOMES),
  status: z.number().int().nullable(),
  /** What a model would read of it, or why there is nothing. */
  result: z.string(),
  latencyMs: z.number().int(),
});
export type ToolTrial = z.infer<typeof ToolTrial>;

const proposal = z.object({ ticketId: z.uuid(), proposalId: z.uuid(), toolId: z.uuid() });

/** What is told of tools and of what models would have them do. */
export const TOOL_EVENTS = {
  "tool.changed": z.object({
    toolId: z.uuid(),
    change: z.enum(["created", "edited", "archived", "restored"]),
  }),
  "proposal.made": proposal.extend({ tool: z.string() }),
  "proposal.confirmed": proposal.extend({ tool: z.string() }),
  "proposal.declined": proposal.extend({ tool: z.string() }),
  "proposal.done": proposal.extend({ tool: z.string() }),
  "proposal.failed": proposal.extend({ tool: z.string(), error: z.string() }),
} as const;
