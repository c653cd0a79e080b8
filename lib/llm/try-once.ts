import { generateText, NoObjectGeneratedError, parsePartialJson, streamText } from "ai";
import { TooMuchError } from "./body-limit";
import { type Call, optionsOf } from "./call";
import type { Style } from "./language-model";
import type { Meter } from "./meter";
import { type Answer, inWords } from "./read-answer";

type Ask<T> = {
  call: Call<T>;
  style: Style;
  /** What was wrong with the answer before; null: it is the first one. */
  complaint: string | null;
  signal: AbortSignal;
  meter: Meter;
};

/** Asks once. @throws what the SDK or the connection throws */
export type TryOnce = <T>(ask: Ask<T>) => Promise<Answer>;

function prepared<T>({ call, style, complaint, signal }: Ask<T>) {
  const options = optionsOf(call, style, complaint, signal);
  if (style === "schema") return options;
  return { ...options, instructions: options.instructions + inWords(call.request.schema) };
}

/** The whole answer at once. */
export const generateOnce: TryOnce = async (ask) => {
  try {
    const { text, finishReason } = await generateText({
      ...prepared(ask),
      onStepEnd: (step) => ask.meter.step(step.usage, step.text),
    });
    return { text, finish: finishReason };
  } catch (error) {
    // Read again by our own rules, which forgive a fence.
    if (NoObjectGeneratedError.isInstance(error)) {
      return { text: error.text ?? "", finish: error.finishReason };
    }
    // The provider goes on writing what nobody waits for, and counts it.
    if (ask.signal.aborted) ask.meter.broken("", ask.call.maxOutputTokens);
    throw error;
  }
};

/** Of an answer, characters for each token that it may have: more is no answer. */
const CHARACTERS_PER_TOKEN = 12;
/** From here on, characters, reading it again from its beginning costs: not at each piece. */
const LONG = 2000;
const EVERY_MS = 100;

/** Reads what has come so far, and tells it. */
export function makeReader(tell: (partial: unknown) => void) {
  let last = 0;
  return async (text: string) => {
    if (text.length > LONG && performance.now() - last < EVERY_MS) return;
    const { value } = await parsePartialJson(text);
    last = performance.now();
    if (value !== undefined) tell(value);
  };
}

/** The answer as it grows. @param tell gets all that is known so far, again and again */
export const streamOnce =
  (tell: (partial: unknown) => void): TryOnce =>
  async (ask) => {
    const enough = new AbortController();
    const signal = AbortSignal.any([ask.signal, enough.signal]);
    // Errors are told in the stream.
    const result = streamText({ ...prepared({ ...ask, signal }), onError: () => undefined });
    const answer: Answer = { text: "", finish: undefined };
    const most = ask.call.maxOutputTokens * CHARACTERS_PER_TOKEN;
    const read = makeReader(tell);
    // A step is under way: it was asked for, and has not ended.
    let under = true;
    try {
      for await (const part of result.stream) {
        if (part.type === "error") throw part.error;
        if (part.type === "start-step") {
          answer.text = "";
          under = true;
        }
        if (part.type === "text-delta") {
          answer.text += part.text;
          if (answer.text.length > most) throw new TooMuchError(`more than ${most} characters`);
          await read(answer.text);
        }
        if (part.type === "finish-step") {
          ask.meter.step(part.usage, answer.text);
          answer.finish = part.finishReason;
          under = false;
        }
      }
    } finally {
      enough.abort(); // of what is left nobody reads anything
      if (under && (answer.text !== "" || ask.signal.aborted)) ask.meter.broken(answer.text);
    }
    return answer;
  };
