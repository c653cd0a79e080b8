import { z } from "zod";
import { LlmFault } from "../llm/model";
import { ConfidencePart, DraftSentence, Source } from "../resolve/model";
import { isTimeZone } from "../sla/model";
import { ProposalView, ToolRunView } from "../tool/model";

/** `t_…` */
const ticketId = z.string().max(60);

/** What can be done to a person's own words. What they say stays. */
export const TONES = ["friendlier", "formal", "shorter", "simpler"] as const;
export const Tone = z.enum(TONES);
export type Tone = z.infer<typeof Tone>;

export const RewriteInput = z.object({
  id: ticketId,
  text: z.string().trim().min(1, "is missing").max(20_000),
  tone: Tone,
});
export type RewriteInput = z.output<typeof RewriteInput>;

/** Why a model said nothing, in words for people. */
const fault = z.object({ kind: z.literal("fault"), fault: LlmFault, words: z.string() });

export const RewritePart = z.discriminatedUnion("kind", [
  /** All of it that is there so far. */
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("done"),
    text: z.string(),
    /** Numbers, addresses and links that were not there before. */
    added: z.array(z.string()),
    /** The same that are gone. */
    lost: z.array(z.string()),
  }),
  fault,
]);
export type RewritePart = z.infer<typeof RewritePart>;

export const DraftInput = z.object({
  id: ticketId,
  /** Keep it as the ticket's next draft, held for people; else it is only shown to whoever asks. */
  keep: z.boolean().default(false),
});
export type DraftInput = z.output<typeof DraftInput>;

export const DraftPart = z.discriminatedUnion("kind", [
  /** All of it that is there so far. */
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("done"),
    text: z.string(),
    sentences: z.array(DraftSentence),
    sources: z.array(Source),
    /** What was taken out of it, in plain words. */
    removed: z.array(z.string()),
    /** Why it may not leave as it is, in plain words. */
    blocks: z.array(z.string()),
  }),
  fault.extend({
    /** What the desk's own core answers; null: nothing. */
    local: z.string().nullable(),
  }),
]);
export type DraftPart = z.infer<typeof DraftPart>;

/** Earlier questions that go along, so that "and before that?" means something. */
const MOST_TURNS = 6;

export const CopilotInput = z.object({
  id: ticketId,
  question: z.string().trim().min(1, "is missing").max(2000),
  history: z
    .array(z.object({ question: z.string().max(2000), answer: z.string().max(8000) }))
    .max(MOST_TURNS)
    .default([]),
  /** Time zone of whoever asks. */
  zone: z.string().max(100).refine(isTimeZone, "is no time zone").default("UTC"),
});
export type CopilotInput = z.output<typeof CopilotInput>;

/** What an answer rests on, and where it can be read. */
export const CopilotSource = z.object({
  kind: z.enum(["message", "note", "ticket", "article", "answer", "facts"]),
  title: z.string(),
  quote: z.string(),
  /** Of a message of this ticket: its id. Elsewhere null. */
  messageId: z.string().nullable(),
  /** A page of the desk; null where there is none. */
  href: z.string().nullable(),
});
export type CopilotSource = z.infer<typeof CopilotSource>;

/** A sentence with the numbers, from 1, of the sources that it names. */
const cited = z.object({ text: z.string(), sources: z.array(z.number().int()) });

export const CopilotPart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), sentences: z.array(cited) }),
  z.object({
    kind: z.literal("done"),
    sentences: z.array(cited),
    sources: z.array(CopilotSource),
    unknown: z.array(z.string()),
  }),
  fault,
]);
export type CopilotPart = z.infer<typeof CopilotPart>;

export const AssistQuery = z.object({
  id: ticketId,
  /** The draft that the panel shows. */
  attempt: z.uuid().optional(),
});
export type AssistQuery = z.output<typeof AssistQuery>;

/** What a model wrote for the draft that the panel shows, or beside it in the shadow. */
export const ModelDraftView = z.object({
  model: z.string(),
  promptVersion: z.string(),
  /** The draft in the panel is this one; false: it stands beside it and is never sent. */
  used: z.boolean(),
  draft: z.string().nullable(),
  sentences: z.array(DraftSentence),
  sources: z.array(Source),
  unknown: z.array(z.string()),
  followUp: z.string().nullable(),
  fault: LlmFault.nullable(),
  words: z.string().nullable(),
  confidence: z.number(),
  parts: z.array(ConfidencePart),
  /** Of the call that wrote it; null: it is not known any more. */
  micros: z.number().nullable(),
  tokens: z.number().nullable(),
  latencyMs: z.number().nullable(),
});
export type ModelDraftView = z.infer<typeof ModelDraftView>;

/** What models have to do with one ticket. */
export const AssistView = z.object({
  /** The provider that is asked now; null: there is none, or it is off. */
  engine: z
    .object({ name: z.string(), model: z.string(), mode: z.enum(["shadow", "on"]) })
    .nullable(),
  /** Of the draft that was asked about; null: no model had to do with it. */
  draft: ModelDraftView.nullable(),
  proposals: z.array(ProposalView),
  runs: z.array(ToolRunView),
  /** Of all calls about the ticket. */
  spent: z.object({
    calls: z.number().int(),
    micros: z.number(),
    tokens: z.number().int(),
  }),
});
export type AssistView = z.infer<typeof AssistView>;
