import type { Context } from "../platform/context";
import { askUntil, type Done } from "./ask-until";
import { enterBreaker, leaveBreaker } from "./breaker";
import { type Call, inputOf, isTooLong, prepareCall, worstOf } from "./call";
import { updateCall } from "./call-store";
import { bookAgain, bookCall, costOf } from "./limits";
import { type Meter, makeMeter } from "./meter";
import type { CallFacts } from "./model";
import { activeRow, type ProviderRow, providerRow } from "./provider-store";
import type { ModelRequest, Said } from "./request";
import { generateOnce, type TryOnce } from "./try-once";
import { wordsOf } from "./words";

/**
 * Asks the provider that is switched on. Takes seconds: never within a transaction, or its locks
 * are held meanwhile. Whatever goes wrong at the provider is in the result; only the desk's own
 * database throws.
 */
export const askModel = <T>(ctx: Context, request: ModelRequest<T>): Promise<Said<T>> =>
  requestBy(generateOnce, ctx, request);

/** The same by another way of asking once. */
export async function requestBy<T>(
  tryOnce: TryOnce,
  ctx: Context,
  request: ModelRequest<T>,
): Promise<Said<T>> {
  const provider = await chosen(ctx, request.providerId);
  if (!provider) return { ok: false, fault: "off", words: wordsOf("off"), facts: null };
  const call = prepareCall(ctx, provider, request);
  const { callId, refusal } = await bookCall(ctx, provider, request, worstOf(call));
  const began = performance.now();
  const meter = makeMeter(inputOf(call));
  const settle = (done: Done<T>) => settled(ctx, call, callId, { ...done, began, meter });
  if (refusal) return settle({ failure: { fault: "over_budget", words: refusal }, tries: 0 });
  if (isTooLong(call)) {
    return settle({ failure: { fault: "too_long", words: wordsOf("too_long") }, tries: 0 });
  }
  if (call.keyFault) {
    return settle({ failure: { fault: "unauthorised", words: call.keyFault }, tries: 0 });
  }
  const probing = request.purpose === "test";
  const entry = probing
    ? ({ open: false, probe: null } as const)
    : await enterBreaker(ctx.db, provider, ctx.now());
  if (entry.open) {
    return settle({ failure: { fault: "circuit_open", words: entry.words }, tries: 0 });
  }
  const again = () =>
    bookAgain(ctx, provider, { callId, about: request.about }, meter, worstOf(call));
  const done = await askUntil(tryOnce, ctx, call, meter, probing ? null : again);
  const failure = "failure" in done ? done.failure : null;
  // A test says that it works, or else nothing that work on tickets has not said.
  if (!probing || !failure) await leaveBreaker(ctx.db, provider.id, entry, failure, ctx.now());
  return settle(done);
}

async function chosen(ctx: Context, id: string | undefined): Promise<ProviderRow | null> {
  if (!id) return activeRow(ctx.db);
  const row = await providerRow(ctx.db, id);
  return row?.archivedAt ? null : row;
}

/** Puts what was booked right, and says what came of it. */
async function settled<T>(
  ctx: Context,
  { provider }: Call<T>,
  callId: string,
  done: Done<T> & { began: number; meter: Meter },
): Promise<Said<T>> {
  const { tries, began, meter } = done;
  const used = { inputTokens: meter.inputTokens, outputTokens: meter.outputTokens };
  const facts: CallFacts = {
    ...{ callId, providerId: provider.id, model: provider.model, tries, ...used },
    costMicros: costOf(provider, used),
    latencyMs: Math.round(performance.now() - began),
  };
  const failure = "failure" in done ? done.failure : null;
  await updateCall(ctx.db, callId, {
    ...{ fault: failure?.fault ?? null, words: failure?.words ?? null, tries, ...used },
    ...{ costMicros: facts.costMicros, latencyMs: facts.latencyMs },
  });
  if ("value" in done) return { ok: true, value: done.value, facts };
  return { ok: false, fault: done.failure.fault, words: done.failure.words, facts };
}
