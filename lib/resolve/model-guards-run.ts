import { addressesOf, customerContext, notesOnCustomer, wordsOfOthers } from "../customer";
import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import { publicUrl } from "../platform/env";
import { internalTexts, participantsOf, publicThread, type Ticket } from "../ticket";
import { toolSecrets } from "../tool";
import { type Guards, guardDraft } from "./model-guards";
import { type Canary, namesToLookUp } from "./model-guards-leaks";

/** Messages of the thread that a draft may repeat. */
const THREAD = 100;

export type ModelDraft = {
  sentences: readonly string[];
  /** What the desk itself says: passages and answers that it was drafted from. */
  sources: readonly string[];
  /** What was looked up for this customer. */
  lookedUp: readonly string[];
  /** Our own to the model. */
  instructions: string;
};

/**
 * Guards a model's draft to this ticket with what the desk knows now: its notes, its keys, and who
 * else is a customer. What is read here never reaches a model.
 */
export async function guardModelDraft(
  ctx: Context,
  ticket: Ticket,
  { sentences, sources, lookedUp, instructions }: ModelDraft,
): Promise<Guards> {
  const { db } = ctx;
  const { customer, account, billing } = await customerContext(db, ticket.customerId);
  const thread = await publicThread(db, ticket.id, THREAD);
  const told = thread.filter(({ author }) => author === "agent").map(({ text }) => text);
  const facts = [
    ...[customer.name, account.name, ...customer.telephones, `${account.seats}`, account.tier],
    ...(await addressesOf(db, customer.id)),
    ...(await participantsOf(db, ticket.id)),
    ...billing.map(({ detail, amountCents, currency, at }) =>
      amountCents === null
        ? detail
        : `${detail} ${(amountCents / 100).toFixed(2)} ${currency ?? ""} ${at.toISOString().slice(0, 10)}`,
    ),
    ...[String(ticket.number), ...told],
  ];
  const said = [
    ticket.subject,
    ...thread.filter(({ author }) => author === "customer").map(({ text }) => text),
  ];
  const linkHosts = [...(await getSetting(db, "ai.linkHosts")), new URL(publicUrl(ctx.env)).host];
  const canaries = await canariesOf(ctx, ticket, instructions);
  const guards = guardDraft({ sentences, sources, facts, said, lookedUp, linkHosts, canaries });
  // What was looked up is not among them: another system may mix up its customers.
  const open = [...sources, ...facts, ...said];
  const names = namesToLookUp(guards.sentences.join("\n"), open);
  if (!names) return held(guards, "it holds more words than can be looked up");
  const others = await wordsOfOthers(db, account.id, names);
  if (others.length === 0) return guards;
  // Not which: whoever reads the reason need not be allowed to know of the other account.
  return held(guards, "it names another customer");
}

const held = (guards: Guards, why: string): Guards => ({
  ...guards,
  blocks: [...guards.blocks, why],
});

async function canariesOf(ctx: Context, ticket: Ticket, instructions: string): Promise<Canary[]> {
  const notes = [
    ...(await internalTexts(ctx.db, ticket.id)),
    ...(await notesOnCustomer(ctx.db, ticket.customerId)),
  ];
  return [
    ...notes.map((text) => ({ kind: "note" as const, text })),
    ...(await toolSecrets(ctx)).map((text) => ({ kind: "secret" as const, text })),
    { kind: "instructions", text: instructions },
  ];
}
