import type { Db } from "@/db/client";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import {
  callsOfPerson,
  costSince,
  draftsOfCustomer,
  insertCall,
  lockLimits,
  tokensOfTicket,
  updateCall,
} from "./call-store";
import type { Purpose } from "./model";
import type { ProviderRow } from "./provider-store";
import type { ModelRequest } from "./request";

/** The most that a call may use: booked before it, and put right after it. */
export type Worst = { inputTokens: number; outputTokens: number };

type Prices = Pick<ProviderRow, "inputMicros" | "outputMicros">;

const MILLION = 1_000_000;

/** In millionths of the currency, rounded up. */
export const costOf = (prices: Prices, { inputTokens, outputTokens }: Worst): number =>
  Math.ceil((inputTokens * prices.inputMicros + outputTokens * prices.outputMicros) / MILLION);

/** Days of a budget are those of UTC. */
const dayOf = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));

/** Of the budget of a day: the rest is for drafts that nobody at the desk asks for. */
const SHARE_OF_PEOPLE = 0.8;
/** Calls of one person within an hour: more than anybody reads. */
const PERSON_HOUR = 120;
const HOUR = 3_600_000; // ms

/** Calls that no limit holds back: a person looks whether the connection works. */
const FREE: ReadonlySet<Purpose> = new Set(["test"]);

type About = ModelRequest<unknown>["about"];

export type Booked = { callId: string; refusal: string | null };

/**
 * Books a call with the most it may cost, so that calls at the same time can't pass a limit
 * together. A call whose process dies keeps what was booked: rather too much than unseen.
 *
 * @returns refusal: which limit it would pass, in plain words; then it must not be made
 */
export function bookCall(
  ctx: Context,
  provider: ProviderRow,
  request: Pick<ModelRequest<unknown>, "purpose" | "promptVersion" | "about">,
  worst: Worst,
): Promise<Booked> {
  const { purpose, promptVersion, about } = request;
  return transaction(ctx, async (tx) => {
    await lockLimits(tx.db);
    const refusal = FREE.has(purpose)
      ? null
      : await passedLimit(tx.db, provider, request, worst, tx.now());
    const callId = newId();
    await insertCall(tx.db, {
      ...{ id: callId, providerId: provider.id, model: provider.model, promptVersion, purpose },
      ...{ ticketId: about.ticketId, customerId: about.customerId, personId: about.personId },
      ...(refusal
        ? { fault: "over_budget" as const, words: refusal, tries: 0 }
        : { fault: "stopped" as const, words: UNDER_WAY, tries: 1, ...worst }),
      costMicros: refusal ? 0 : costOf(provider, worst),
      createdAt: tx.now(),
    });
    return { callId, refusal };
  });
}

/**
 * Books one more try of a call that has used something already.
 *
 * @returns which limit it would pass; then it must not be made
 */
export function bookAgain(
  ctx: Context,
  provider: ProviderRow,
  { callId, about }: { callId: string; about: About },
  used: Worst,
  worst: Worst,
): Promise<string | null> {
  const booked = (tokens: Worst) => ({ ...tokens, costMicros: costOf(provider, tokens) });
  return transaction(ctx, async (tx) => {
    await lockLimits(tx.db);
    const { inputTokens, outputTokens } = used;
    await updateCall(tx.db, callId, booked({ inputTokens, outputTokens }));
    const refusal = await passedSum(tx.db, provider, about, worst, tx.now());
    if (refusal) return refusal;
    const both = {
      inputTokens: inputTokens + worst.inputTokens,
      outputTokens: outputTokens + worst.outputTokens,
    };
    await updateCall(tx.db, callId, booked(both));
    return null;
  });
}

const UNDER_WAY = "It is under way, or the process that asked has ended.";
const WHERE = "It can be changed in the settings of models.";

async function passedLimit(
  db: Db,
  provider: ProviderRow,
  { purpose, about }: Pick<ModelRequest<unknown>, "purpose" | "about">,
  worst: Worst,
  now: Date,
): Promise<string | null> {
  const { customerDayDrafts } = provider.limits;
  const passed = await passedSum(db, provider, about, worst, now);
  if (passed) return passed;
  if (about.personId) {
    const asked = await callsOfPerson(db, about.personId, new Date(now.getTime() - HOUR));
    if (asked >= PERSON_HOUR)
      return `You have asked ${PERSON_HOUR} times within an hour. Wait a little.`;
  }
  if (about.customerId && purpose === "draft") {
    const drafts = await draftsOfCustomer(db, about.customerId, dayOf(now));
    if (drafts >= customerDayDrafts) {
      return `The limit of ${customerDayDrafts} drafts a day for one customer is reached. ${WHERE}`;
    }
  }
  return null;
}

/** The limits of what is used up: of the day, and of the ticket. */
async function passedSum(
  db: Db,
  provider: ProviderRow,
  about: About,
  worst: Worst,
  now: Date,
): Promise<string | null> {
  const { dayMicros, ticketTokens } = provider.limits;
  const sum = (await costSince(db, dayOf(now))) + costOf(provider, worst);
  if (dayMicros === 0 || sum > dayMicros) {
    return `The budget of the day (${money(dayMicros)}) is used up, or would be. ${WHERE}`;
  }
  if (about.personId && sum > dayMicros * SHARE_OF_PEOPLE) {
    return `What is left of the day’s budget (${money(dayMicros)}) is kept for new messages. ${WHERE}`;
  }
  if (about.ticketId) {
    const used = await tokensOfTicket(db, about.ticketId);
    if (used + worst.inputTokens + worst.outputTokens > ticketTokens) {
      return `The limit of ${ticketTokens} tokens for one ticket is reached, or would be. ${WHERE}`;
    }
  }
  return null;
}

const money = (micros: number): string => (micros / MILLION).toFixed(2);

/** What calls of this UTC day have cost, millionths; those under way at their most. */
export const spentToday = (db: Db, now: Date): Promise<number> => costSince(db, dayOf(now));
