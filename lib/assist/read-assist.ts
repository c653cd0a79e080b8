import { activeProvider, callsOfTicket, type ModelDraft, modelDraftOf, modelNameOf } from "../llm";
import { type Context, requirePermission } from "../platform/context";
import { proposalsOf, toolRunsOf } from "../tool";
import type { AssistQuery, AssistView, ModelDraftView } from "./model";
import { ticketOf } from "./ticket-of";

/** What models have to do with a ticket: for the panel beside its draft. @throws `not_found` */
export async function readAssist(ctx: Context, query: AssistQuery): Promise<AssistView> {
  requirePermission(ctx, "ticket.read");
  const { ticket } = await ticketOf(ctx, query.id);
  const [engine, proposals, runs, calls, draft] = await Promise.all([
    activeProvider(ctx.db),
    proposalsOf(ctx.db, ticket.id),
    toolRunsOf(ctx.db, ticket),
    callsOfTicket(ctx.db, ticket.id),
    query.attempt ? modelDraftOf(ctx.db, query.attempt) : null,
  ]);
  const shown = draft?.ticketId === ticket.id ? draft : null;
  const call = calls.find(({ id }) => id === shown?.callId) ?? null;
  const tokens = (row: (typeof calls)[number]) => row.inputTokens + row.outputTokens;
  return {
    engine: engine && { name: engine.name, model: engine.model, mode: engine.mode },
    draft: shown && {
      ...toView(shown),
      micros: call?.costMicros ?? null,
      tokens: call && tokens(call),
      latencyMs: call?.latencyMs ?? null,
    },
    proposals,
    runs,
    spent: {
      calls: calls.length,
      micros: calls.reduce((sum, { costMicros }) => sum + costMicros, 0),
      tokens: calls.reduce((sum, row) => sum + tokens(row), 0),
    },
  };
}

function toView(row: ModelDraft): Omit<ModelDraftView, "micros" | "tokens" | "latencyMs"> {
  const model = modelNameOf(row.model);
  const { promptVersion, used, draft, sentences, sources, fault, words } = row;
  const { unknown, followUp, confidence, parts } = row;
  return {
    ...{ model, promptVersion, used, draft, sentences, sources, fault, words },
    ...{ unknown, followUp, confidence, parts },
  };
}
