import { restingWords } from "../llm";
import type { ProviderView } from "../llm/model";
import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { calibrationRows, callRows, type DayRow, dayRows, providerRows } from "./llm-store";
import type { LlmSettings } from "./model";

const DAY = 86_400_000; // ms
const DAYS = 7;

/** Providers without their keys, what they have cost, and how far their drafts can be believed. */
export async function readLlmSettings(ctx: Context): Promise<LlmSettings> {
  requirePermission(ctx, "ai.write");
  const now = ctx.now();
  const days = Array.from({ length: DAYS }, (_, n) => dayName(now, DAYS - 1 - n));
  const providers = await providerRows(ctx.db);
  const spent = await dayRows(ctx.db, new Date(`${days[0]}T00:00:00.000Z`));
  const week = days.map((day) => spent.find((row) => row.day === day) ?? nothingOn(day));
  const { day: _, ...today } = week.at(-1) ?? nothingOn(dayName(now, 0));
  return {
    providers: providers.map((row) => viewOf(row, now)),
    day: today,
    week,
    calls: (await callRows(ctx.db)).map(({ call, ticket }) => ({
      ...{ id: call.id, purpose: call.purpose, model: call.model },
      ticket: ticket && { id: toPublicId(TICKET_PREFIX, ticket.id), number: ticket.number },
      ...{ fault: call.fault, words: call.words, tries: call.tries, latencyMs: call.latencyMs },
      tokens: call.inputTokens + call.outputTokens,
      micros: call.costMicros,
      at: call.createdAt.toISOString(),
    })),
    calibration: await calibrationRows(ctx.db),
  };
}

const dayName = (now: Date, daysAgo: number): string =>
  new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10);

const nothingOn = (day: string): DayRow => ({ day, micros: 0, tokens: 0, calls: 0, faults: 0 });

function viewOf(
  { provider, breaker }: Awaited<ReturnType<typeof providerRows>>[number],
  now: Date,
): ProviderView {
  const { apiKey, archivedAt, createdAt, updatedAt, ...shown } = provider;
  const rests = breaker?.openUntil && breaker.openUntil > now;
  const keyless = provider.kind !== "openai_compatible" && apiKey === null;
  return {
    ...shown,
    hasKey: apiKey !== null,
    resting: rests ? restingWords(breaker) : keyless ? "There is no key for it." : null,
    updatedAt: updatedAt.toISOString(),
  };
}
