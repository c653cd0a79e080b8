import type { Context } from "../platform/context";
import { log } from "../platform/log";
import type { Call } from "./call";
import { type Failure, failureOf } from "./faults";
import type { Style } from "./language-model";
import type { Meter } from "./meter";
import { MAX_TRIES, pause, pauseAfter } from "./pause";
import { readAnswer } from "./read-answer";
import type { TryOnce } from "./try-once";
import { wordsOf } from "./words";

/** What came of all tries together. */
export type Done<T> = { value: T; tries: number } | { failure: Failure; tries: number };

type Clock = Pick<Context, "now">;

/** Failures that another try may not meet. */
const PASSING: ReadonlySet<string> = new Set([
  "rate_limited",
  "unavailable",
  "unreachable",
  "timeout",
]);

/** Servers that take no JSON Schema, by what they were asked with: they are not asked twice. */
const plainOnly = new Set<string>();

/**
 * Asks again while another try may help: after faults that pass, in words where no schema is taken,
 * and once where the answer did not fit.
 *
 * @param bookMore books one more try, and says which limit it would pass
 */
export async function askUntil<T>(
  tryOnce: TryOnce,
  ctx: Clock,
  call: Call<T>,
  meter: Meter,
  bookMore: (() => Promise<string | null>) | null,
): Promise<Done<T>> {
  const { provider, request } = call;
  const server = `${provider.id} ${provider.baseUrl} ${provider.model}`;
  let style: Style = plainOnly.has(server) ? "plain" : "schema";
  let complaint: string | null = null;
  let failed = 0;
  for (let tries = 1; ; tries++) {
    const used = meter.inputTokens + meter.outputTokens > 0;
    const refusal = tries > 1 && used && bookMore ? await bookMore() : null;
    if (refusal) return { failure: { fault: "over_budget", words: refusal }, tries: tries - 1 };
    const once: Once<T> = await attempt(tryOnce, ctx, { call, style, complaint, meter });
    if ("value" in once) return { ...once, tries };
    const { failure } = once;
    if (failure.noSchema && style === "schema" && provider.kind === "openai_compatible") {
      style = "plain";
      plainOnly.add(server);
      continue;
    }
    if (once.complaint && !complaint) {
      complaint = `Your answer before could not be used. ${once.complaint} Answer again, as JSON only.`;
      continue;
    }
    failed++;
    const again = failure.again ?? PASSING.has(failure.fault);
    const ms = again && failed < MAX_TRIES ? pauseAfter(failed, failure.pauseMs) : null;
    if (ms === null) return { failure, tries };
    await pause(ms, request.signal);
    if (request.signal?.aborted) return { failure: stopped(), tries };
  }
}

/** Ends of an answer that is not whole; `interrupted`: the stream just ended. */
const BROKEN: ReadonlySet<string> = new Set(["error", "interrupted"]);

const stopped = (): Failure => ({ fault: "stopped", words: wordsOf("stopped") });

type Once<T> = { value: T } | { failure: Failure; complaint?: string };
type Attempt<T> = { call: Call<T>; style: Style; complaint: string | null; meter: Meter };

async function attempt<T>(tryOnce: TryOnce, ctx: Clock, ask: Attempt<T>): Promise<Once<T>> {
  const { provider, request, mask } = ask.call;
  if (request.signal?.aborted) return { failure: stopped() };
  const late = AbortSignal.timeout(provider.timeoutSeconds * 1000);
  const signal = request.signal ? AbortSignal.any([late, request.signal]) : late;
  // An aborted stream just ends, so the signals are looked at first.
  const broken = (): Failure | null => {
    if (request.signal?.aborted) return stopped();
    if (!late.aborted) return null;
    return { fault: "timeout", words: `No answer within ${provider.timeoutSeconds} seconds.` };
  };
  try {
    const answer = await tryOnce({ ...ask, signal });
    const failure = broken();
    if (failure) return { failure };
    if (answer.finish === undefined || BROKEN.has(answer.finish)) {
      return { failure: { fault: "cut_off", words: wordsOf("cut_off") } };
    }
    const read = readAnswer(request.schema, answer);
    return read.ok ? { value: mask.show(read.value) } : read;
  } catch (error) {
    log.debug({ err: error }, "a model was asked in vain");
    return { failure: broken() ?? failureOf(error, ctx.now()) };
  }
}
