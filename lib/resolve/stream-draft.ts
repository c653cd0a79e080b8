import type { DraftInput, DraftPart } from "../assist/model";
import { getSetting } from "../desk";
import { type ActiveProvider, activeProvider, streamModel } from "../llm";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { publicUrl } from "../platform/env";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { lastCustomerMessage, type Message, type Ticket, ticketById } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import { firstNameOf } from "./compose";
import { EVIDENCE, localDraft } from "./draft-reply";
import { greetingIn, growing } from "./model-growing";
import { redraft } from "./redraft";
import { routedAs } from "./routed-as";
import type { Routed, Work } from "./work";
import { finishWriting, prepareWriting } from "./write-with-model";

/**
 * Drafts a reply for a person who waits, and shows it as it grows. It is never sent by itself. Where
 * the model fails, the last part says why and holds what the desk's own core would answer.
 *
 * @param signal the person has stopped it, or left
 * @throws `not_found`; `conflict` when there is nothing to answer, or, to keep it, no draft waits
 */
export async function streamDraft(
  ctx: Context,
  { id, keep }: DraftInput,
  signal: AbortSignal,
): Promise<AsyncIterable<DraftPart>> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);
  const ticketId = fromPublicId(TICKET_PREFIX, id);
  if (!ticketId) throw new AppError("not_found", "There is no such ticket.");
  const ticket = await ticketById(ctx.db, ticketId);
  const message = await lastCustomerMessage(ctx.db, ticketId);
  if (!message) throw new AppError("conflict", "No customer has written in this ticket.");
  const routed = await routedOr(ctx, ticket, message);
  const local = await localDraft(ctx, ticket, message, routed, EVIDENCE);
  if (!local) throw new AppError("conflict", "The customer only greets or thanks.");
  const provider = await activeProvider(ctx.db);
  const writing = { ticket, local, personId, signal };
  if (provider?.mode !== "on") return off(local);
  return partsOf(ctx, { ...writing, provider }, keep);
}

async function* off({ composed }: Work): AsyncGenerator<DraftPart> {
  yield { kind: "fault", fault: "off", words: OFF, local: composed.draft };
}

async function* partsOf(ctx: Context, writing: Writing, keep: boolean): AsyncGenerator<DraftPart> {
  const made = yield* written(ctx, writing);
  const work =
    keep && made.llm?.used
      ? await transaction(ctx, (tx) => redraft(tx, made, writing.personId))
      : made;
  const { fault, words = "", removed = [] } = work.llm?.facts ?? {};
  if (fault) {
    yield { kind: "fault", fault, words, local: writing.local.composed.draft };
    return;
  }
  const { composed, scored } = work;
  const { sentences, sources } = composed;
  const blocks = blocksOf(work, scored.blocks);
  yield { kind: "done", text: composed.draft ?? "", sentences, sources, removed, blocks };
}

const OFF = "No model is switched on to write to customers.";

type Writing = {
  provider: ActiveProvider;
  ticket: Ticket;
  local: Work;
  personId: string;
  signal: AbortSignal;
};

/** Asks, gives each part as it comes, and returns what became of it. */
async function* written(ctx: Context, writing: Writing): AsyncGenerator<DraftPart, Work> {
  const prepared = await prepareWriting(ctx, writing);
  const { routed, gathered } = writing.local;
  const greeting = greetingIn(routed.language ?? null, firstNameOf(gathered.customerName));
  const hosts = new Set([
    ...(await getSetting(ctx.db, "ai.linkHosts")),
    new URL(publicUrl(ctx.env)).host,
  ]);
  const { parts, said } = streamModel(ctx, prepared.request);
  let shown = "";
  for await (const part of parts) {
    const text = growing(part, greeting, hosts);
    if (text === "" || text === shown) continue;
    shown = text;
    yield { kind: "text", text };
  }
  return finishWriting(ctx, writing, prepared, await said);
}

/** What would hold it if it were to leave by itself, as far as its words go. */
function blocksOf({ composed, foreign }: Work, blocks: readonly string[]): string[] {
  const { unsupported = 0 } = composed;
  return [
    ...blocks,
    ...(unsupported > 0 ? [`${unsupported} sentence(s) rest on no source`] : []),
    ...(foreign ? [`it is not in the customer's language (${foreign})`] : []),
  ];
}

/** What routing said of the message; before it has, what is known of the ticket. */
async function routedOr(ctx: Context, ticket: Ticket, message: Message): Promise<Routed> {
  const routed = await routedAs(ctx, message);
  if (routed) return routed;
  const { id: ticketId, intents, category } = ticket;
  const { id: messageId, language } = message;
  return { ticketId, messageId, intents, category, language, aiMayAnswer: false };
}
