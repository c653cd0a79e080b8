import { stemsOf } from "../knowledge";
import { type ActiveProvider, askModel, modelHistory, type Said } from "../llm";
import type { CallFacts } from "../llm/model";
import type { Context } from "../platform/context";
import type { Ticket } from "../ticket";
import { capsOn } from "./caps-on";
import { type Composed, firstNameOf } from "./compose";
import { agreementOf } from "./model-agreement";
import { type DraftEvidence, modelScore } from "./model-evidence";
import { guarded } from "./model-guarded";
import { bounded, type ModelReply } from "./model-output";
import { PROMPT_VERSION } from "./model-prompt";
import { type Read, readReply, worthSaying } from "./model-read";
import { type Prepared, prepare } from "./model-request";
import { SWITCHED_OFF, standIn, stillOn } from "./model-still-on";
import type { LlmFacts, Work } from "./work";

/** All calls for one draft together, seconds: well under what the queue gives a job. */
const WRITING_SECONDS = 240;
/** Further samples are asked warmer, or they would say the same in any case. */
const SAMPLE_TEMPERATURE = 0.8;

export type Writing = {
  provider: ActiveProvider;
  ticket: Ticket;
  /** What the desk's own core has made of it: evidence, and what stands in when the model fails. */
  local: Work;
  personId?: string;
  signal?: AbortSignal;
  /** False: nothing of the outside is asked, nothing is proposed. */
  tools?: boolean;
};

/**
 * Drafts with the model. Where it fails for any reason the desk's own draft stays, and the work says
 * why. Takes seconds: outside transactions.
 */
export async function writeWithModel(ctx: Context, writing: Writing): Promise<Work> {
  const late = AbortSignal.timeout(WRITING_SECONDS * 1000);
  const signal = writing.signal ? AbortSignal.any([late, writing.signal]) : late;
  const bound = { ...writing, signal };
  const prepared = await prepareWriting(ctx, bound);
  const said = await askModel(ctx, prepared.request);
  return finishWriting(ctx, bound, prepared, inTime(said, late));
}

export function prepareWriting(ctx: Context, writing: Writing): Promise<Prepared> {
  const { provider, ticket, local, personId, signal, tools } = writing;
  const { gathered } = local;
  return prepare(ctx, { provider, ticket, gathered, personId, signal, tools });
}

/** Stopped by our own clock is late, and not a person's wish. */
function inTime<T>(said: Said<T>, late: AbortSignal): Said<T> {
  if (said.ok || said.fault !== "stopped" || !late.aborted) return said;
  return {
    ...said,
    fault: "timeout",
    words: `No answer within ${WRITING_SECONDS} seconds in all.`,
  };
}

/** Makes a reply of what the model said, judges it, and keeps what it cost. */
export async function finishWriting(
  ctx: Context,
  writing: Writing,
  prepared: Prepared,
  said: Said<ModelReply>,
): Promise<Work> {
  const { provider, local } = writing;
  const facts = factsOf(provider, said);
  if (!said.ok) return standIn(local, facts);
  const reply = bounded(said.value);
  if (!reply) {
    return standIn(local, { ...facts, fault: "bad_output", words: "It wrote more than a reply." });
  }
  const samples = await furtherSamples(ctx, writing, prepared, reply);
  if (!(await stillOn(ctx, provider))) {
    return standIn(local, { ...withCost(facts, samples), ...SWITCHED_OFF });
  }
  const { read, removed, blocks } = await readGuarded(ctx, writing, prepared, reply);
  const { unknown, followUp } = reply;
  const told = { ...withCost(facts, samples), unknown, followUp, removed };
  // In the customer's language or not at all.
  const composed = read.foreign ? { ...read.composed, draft: null, sentences: [] } : read.composed;
  if (composed.draft === null) {
    return standIn(local, { ...told, ...nothingSaid(read.foreign) });
  }
  const { gathered, routed } = local;
  const caps = await capsOn(ctx, composed, { ...gathered, answer: null }, routed.category);
  const judging = {
    ...{ learned: gathered.learned, trust: gathered.trust },
    ...{ experience: caps.experience, capsLifted: caps.lifted },
    ...{ model: provider.model, promptVersion: PROMPT_VERSION },
    history: await modelHistory(ctx.db, provider.identity, PROMPT_VERSION),
  };
  const evidence = evidenceOf(local, { ...read, composed }, reply, samples.agreement);
  const { modelRow, ...score } = modelScore(evidence, judging);
  return {
    ...local,
    gathered: { ...gathered, snapshot: { ...gathered.snapshot, subject: read.subject } },
    composed,
    scored: { ...score, blocks: [...blocks, ...score.blocks] },
    foreign: read.foreign,
    caps,
    llm: {
      ...{ facts: told, used: true, draft: { composed, scored: score, row: modelRow } },
      ...{ by: provider, instead: local },
    },
  };
}

const evidenceOf = (
  { routed, gathered, composed: own, scored }: Work,
  { composed, support }: Read,
  reply: ModelReply,
  agreement: number | null,
): DraftEvidence => ({
  support,
  agreement,
  sameAsLocal: sameAs(own, composed),
  local: scored.confidence,
  novelty: gathered.learned?.prediction.novelty ?? 0,
  unknown: reply.unknown.length,
  asksBack: reply.followUp !== null,
  leftOut: composed.leftOut.length,
  sentiment: routed.sentiment ?? 0,
  lookedUp: composed.sources.some(({ articleId }) => articleId === "tool"),
});

async function readGuarded(ctx: Context, writing: Writing, prepared: Prepared, reply: ModelReply) {
  const { ticket, local } = writing;
  const { gathered, routed } = local;
  const reading = {
    citable: prepared.citable,
    asked: prepared.own,
    names: [gathered.customerName, gathered.who.accountName],
    firstName: firstNameOf(gathered.customerName),
    steps: gathered.steps,
    stems: await stemsOf(
      ctx.db,
      reply.sentences.map(({ text }) => text),
    ),
    language: routed.language ?? null,
  };
  const { kept, leftOut } = worthSaying(reply.sentences, reading);
  const { sentences, removed, blocks } = await guarded(ctx, ticket, kept, prepared);
  const read: Read = readReply(sentences, leftOut, reading);
  return { read, removed, blocks };
}

const nothingSaid = (foreign: string | null): Pick<LlmFacts, "fault" | "words"> =>
  foreign
    ? { fault: "bad_output", words: `It wrote in another language than the customer (${foreign}).` }
    : { fault: "empty", words: "It had nothing to say that may stay." };

function factsOf(provider: ActiveProvider, said: Said<unknown>): LlmFacts {
  const { facts } = said;
  return {
    provider: provider.name,
    model: provider.model,
    identity: provider.identity,
    promptVersion: PROMPT_VERSION,
    callId: facts?.callId ?? null,
    costMicros: facts?.costMicros ?? 0,
    tokens: (facts?.inputTokens ?? 0) + (facts?.outputTokens ?? 0),
    latencyMs: facts?.latencyMs ?? 0,
    ...(!said.ok && { fault: said.fault, words: said.words }),
  };
}

type Samples = { agreement: number | null; calls: CallFacts[] };

async function furtherSamples(
  ctx: Context,
  { provider, personId }: Writing,
  { request }: Prepared,
  reply: ModelReply,
): Promise<Samples> {
  if (personId) return { agreement: null, calls: [] }; // who waits sees the draft, and judges it
  const { tools: _tools, ...plain } = request;
  const asked = await Promise.all(
    Array.from({ length: provider.samples }, () =>
      askModel(ctx, { ...plain, purpose: "agree", temperature: SAMPLE_TEMPERATURE }),
    ),
  );
  const others = asked.flatMap((one) => (one.ok ? (bounded(one.value) ?? []) : []));
  const calls = asked.flatMap((one) => one.facts ?? []);
  return { agreement: agreementOf(reply, others), calls };
}

const withCost = (facts: LlmFacts, { calls }: Samples): LlmFacts => ({
  ...facts,
  costMicros: calls.reduce((sum, call) => sum + call.costMicros, facts.costMicros),
  tokens: calls.reduce((sum, call) => sum + call.inputTokens + call.outputTokens, facts.tokens),
});

/** Whether both rest on the same article or answer; null: one of them rests on none. */
function sameAs(local: Composed, own: Composed): boolean | null {
  const [first] = local.sources;
  if (!first || local.draft === null || own.sources.length === 0) return null;
  return own.sources.some(
    ({ articleId, passageId }) => articleId === first.articleId || passageId === first.passageId,
  );
}
