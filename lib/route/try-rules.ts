import { z } from "zod";
import { isPaying, TIERS } from "../customer/model";
import { labelPlaces } from "../desk";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { applyRules, evidenceIn } from "../rule";
import { type RuleDraft, RuleDrafts, type RuleFacts } from "../rule/model";
import { findTicket } from "../search";
import { READ_CHARACTERS } from "../ticket";
import { Channel, type Reason, TICKET_PREFIX } from "../ticket/model";
import { type Analysis, analyse } from "./analyse";
import { intentsOf } from "./load-facts";
import { newestInputs } from "./store";

const TriedText = z.object({
  subject: z.string().max(998).default(""),
  text: z.string().trim().min(1, "is missing").max(READ_CHARACTERS),
  channel: Channel.default("email"),
  tier: z.enum(TIERS).default("starter"),
  /** The account's name, or the key that its system gives it. */
  account: z.string().trim().max(255).default(""),
});

/** Rules, and a text as a customer would write it, or the number of a ticket. */
export const TryRules = z.object({
  rules: RuleDrafts,
  on: z.union([z.strictObject({ ticket: z.string().trim().min(1).max(60) }), TriedText]),
});

/**
 * What rules make of a text or of a ticket: each rule's verdict with the words that decided, and the
 * outcome. A text is classified as a new ticket's would be; a ticket counts as it was when it was
 * last routed. Nothing is changed.
 *
 * @throws `not_found` for an unknown ticket; `invalid` for one that was not routed yet
 */
export async function tryRules(ctx: Context, input: z.input<typeof TryRules>) {
  requirePermission(ctx, "rules.write");
  const { rules, on } = parseInput(TryRules, input);
  const enabled = rules.filter((rule) => rule.enabled);
  const { facts, reasons } =
    "ticket" in on ? await factsOfTicket(ctx, on.ticket) : await factsOfText(ctx, on, enabled);
  const outcome = applyRules(enabled, facts);
  const verdicts = outcome.rules.map((verdict, index) => {
    const { id = "", conditions = [] } = enabled[index] ?? {};
    return { id, ...verdict, evidence: evidenceIn(conditions, facts) };
  });
  return { outcome: { ...outcome, rules: undefined }, verdicts, facts, reasons };
}

type Tried = { facts: RuleFacts; reasons: Reason[] };

async function factsOfTicket(ctx: Context, ref: string): Promise<Tried> {
  const { id, number } = await findTicket(ctx, { ref });
  const ticketId = fromPublicId(TICKET_PREFIX, id);
  const stored = ticketId ? await newestInputs(ctx.db, ticketId) : null;
  if (!stored?.inputs.facts) {
    throw new AppError(
      "invalid",
      `Ticket ${number} has not been routed, so there is nothing to try.`,
    );
  }
  const { facts, text } = stored.inputs;
  return { facts: { ...facts, text }, reasons: stored.reasons };
}

/** What was learned from people is held by workers only, so the words alone decide here. */
async function factsOfText(
  ctx: Context,
  { text, subject, channel, tier, account }: z.output<typeof TriedText>,
  rules: readonly RuleDraft[],
): Promise<Tried> {
  const asked = subject ? `${subject}\n${text}` : text;
  const inTrial = tier === "trial";
  const paying = isPaying(tier);
  const analysis = analyse({
    text: asked,
    latest: text,
    thread: [text],
    before: null,
    account: { tier, inTrial, paying, failedInvoices: 0, openOnboardingStep: null },
    history: { recent: 0, messages: 1, intents: [] },
    caller: { priority: null, category: null },
    order: intentsOf(rules),
    places: await labelPlaces(ctx.db),
  });
  const known = { channel, tier, inTrial, paying, subject: subject || text.slice(0, 80) };
  const facts: RuleFacts = {
    ...tested(analysis),
    ...known,
    text: asked,
    source: "",
    tags: [],
    tools: [],
    recent: 0,
    failedInvoices: 0,
    escalated: false,
    at: ctx.now().toISOString(),
    ...(account && { account: { id: "", name: account, key: account } }),
  };
  return { facts, reasons: [...analysis.reasons, ...analysis.sentimentReasons] };
}

const tested = ({
  intents,
  category,
  language,
  sentiment,
  trend,
  priority,
  novel,
  tried,
}: Analysis) => ({
  intents,
  category,
  language,
  sentiment,
  trend,
  priority,
  novel,
  tried: tried.length,
});
