import type { z } from "zod";
import type { CallFacts, LlmFault, Purpose } from "./model";

/** What a model may look up while it answers. Code checks and bounds everything it gives. */
export type ModelTool = {
  description: string;
  /** JSON Schema of what it gives; an object. */
  parameters: Record<string, unknown>;
  /** @returns what the model reads: data, never instructions. Does not throw. */
  run(given: unknown, signal: AbortSignal): Promise<string>;
};

/** Values of this customer that must not leave as they are, where the provider hides them. */
export type Personal = {
  names: readonly string[];
  emails: readonly string[];
  others: readonly string[];
};

export type ModelRequest<T> = {
  purpose: Purpose;
  /** Changes with every change of the instructions, the schema or how data is laid out. */
  promptVersion: string;
  /** Ours alone: nothing of a customer, an article or a tool stands in it. */
  instructions: string;
  /** Everything else, as delimited data. */
  prompt: string;
  schema: z.ZodType<T>;
  about: { ticketId?: string; customerId?: string; personId?: string };
  personal?: Personal;
  tools?: Record<string, ModelTool>;
  /** 0..2; left out: the provider's own. */
  temperature?: number;
  /** Most tokens of the answer. */
  maxOutputTokens?: number;
  /** A person who waits has stopped it. */
  signal?: AbortSignal;
  /** For tests of a connection and for evals: this provider, whatever its mode. */
  providerId?: string;
};

/** What a model said, or why it said nothing. A provider's failures are values, never thrown. */
export type Said<T> =
  | { ok: true; value: T; facts: CallFacts }
  | { ok: false; fault: LlmFault; words: string; facts: CallFacts | null };

/** An answer as it grows. */
export type Streamed<T> = {
  /** Each holds all that is known so far; personal data is back in its place. Ends, never throws. */
  parts: AsyncIterable<unknown>;
  said: Promise<Said<T>>;
};
