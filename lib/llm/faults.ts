import {
  APICallError,
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  StreamProviderError,
  ToolChoiceViolationError,
} from "ai";
import { z } from "zod";
import { TooMuchError } from "./body-limit";
import type { LlmFault } from "./model";
import { retryAfter } from "./pause";
import { wordsOf } from "./words";

export type Failure = {
  fault: LlmFault;
  words: string;
  /** False: the same request would fail again. Left out: as is usual for the fault. */
  again?: boolean;
  /** How long the provider asks to be left alone, milliseconds. */
  pauseMs?: number;
  /** The provider is well: it answered, though not to the end. */
  answered?: boolean;
  /** The server takes no JSON Schema. */
  noSchema?: boolean;
};

const failure = (fault: LlmFault, more: Partial<Failure> = {}): Failure => ({
  fault,
  words: wordsOf(fault),
  ...more,
});

const TOO_LONG =
  /context[_ ](length|window)|maximum context|too many (input )?tokens|(prompt|input|request) is too long|exceeds? the (maximum|limit|available)[^.]{0,40}(tokens|context)/i;
const NO_SCHEMA = /response_format|json_schema|structured[_ ]output/i;
/** Only what a provider names as its code: a sentence may quote the customer. */
const NO_MODEL = /^(?:model_not_found|unknown_model|invalid_model|model_not_exist)$/i;
const NO_KEY = /^(?:API_KEY_INVALID|invalid_api_key|authentication_error)$/;
const BUSY =
  /^(?:server_error|api_error|overloaded(?:_error)?|internal_error|service_unavailable)$/;
/** Anthropic's, with 400 and no code of its own. */
const NO_BALANCE = /"message"\s*:\s*"Your credit balance is too low/;
const NO_MONEY = /^(?:billing_error|insufficient_quota)$/;
const REFUSED = /content[_ ](filter|policy|management)|safety|moderation/i;
const NO_CREDIT = /insufficient_quota|credit balance|billing/i;
/** Only so much of an error's text is looked at. */
const LOOK_AT = 4000;

/** What a thrown error of the SDK means. Nothing of its text is kept: it may quote the request. */
export function failureOf(error: unknown, now: Date): Failure {
  if (isTooMuch(error)) return tooMuch();
  if (APICallError.isInstance(error)) return ofCall(error, now);
  if (EmptyResponseBodyError.isInstance(error)) return failure("empty");
  if (InvalidResponseDataError.isInstance(error)) return failure("cut_off");
  if (JSONParseError.isInstance(error)) return failure("cut_off");
  if (ToolChoiceViolationError.isInstance(error)) return askedForTools();
  const told = StreamProviderError.isInstance(error);
  if (error instanceof Error && !told) return ofSocket(error) ?? failure("bad_output");
  return inStream(error, now);
}

/** It was told to answer, and asks for a tool. */
const askedForTools = (): Failure =>
  failure("bad_output", {
    ...{ words: "It asked for tools again and again, and gave no answer." },
    ...{ again: false, answered: true },
  });

/** An error in the middle of an answer that began well; where it can, the SDK names its status. */
function inStream(error: unknown, now: Date): Failure {
  const known = StreamProviderError.isInstance(error) ? error : null;
  const said = JSON.stringify(known?.data ?? error) ?? "";
  const status = known?.statusCode;
  if (status !== undefined) return ofStatusCode(status, { said, headers: {} }, now);
  const found = ofCode(said) ?? ofWords(said.slice(0, LOOK_AT));
  if (found) return found;
  return failure(codesIn(said).some((code) => BUSY.test(code)) ? "unavailable" : "cut_off");
}

/** The provider is well, as far as anybody knows, but says more than anybody reads. */
const tooMuch = (): Failure =>
  failure("bad_output", {
    ...{ words: "The answer is longer than any reply.", again: false, answered: true },
  });

function isTooMuch(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return false;
  return error instanceof TooMuchError || isTooMuch(error.cause, depth + 1);
}

function ofCall(error: APICallError, now: Date): Failure {
  const status = error.statusCode;
  if (status === undefined) {
    const found = ofSocket(error);
    return found?.fault === "unreachable" ? found : failure("unreachable");
  }
  if (status < 300) return brokenBody(error);
  if (status < 400) {
    return failure("unreachable", {
      again: false,
      words: "The address answers with a redirect, which is not followed. Enter where it leads to.",
    });
  }
  const said = error.responseBody ?? error.message;
  return ofStatusCode(status, { said, headers: error.responseHeaders ?? {} }, now);
}

/** What a provider says with a status: the text of its body, or of the error in its stream. */
type Told = { said: string; headers: Record<string, string | undefined> };

function ofStatusCode(status: number, told: Told, now: Date): Failure {
  const said = told.said.slice(0, LOOK_AT);
  if (status === 401) return failure("unauthorised");
  if (status === 429) return ofLimit({ ...told, said }, now);
  if (status >= 500) return { ...failure("unavailable"), ...pauseOf(told, now) };
  if (status === 408) return failure("timeout");
  if (status === 402 || NO_BALANCE.test(said)) return noCredit();
  return ofCode(told.said) ?? ofWords(said) ?? ofStatus(status);
}

/** Answered with 200, but not with what the protocol says. */
function brokenBody(error: APICallError): Failure {
  const broken = ofSocket(error);
  return broken ? failure("cut_off") : failure("bad_output");
}

const noCredit = (): Failure =>
  failure("rate_limited", {
    again: false,
    words: "The account at the provider has no credit left, or a limit of its own.",
  });

function ofLimit(told: Told, now: Date): Failure {
  const pause = pauseOf(told, now);
  // Google speaks of billing whenever a quota of a minute is reached; then it names a pause.
  const passes = pause.pauseMs !== undefined;
  if (!passes && NO_CREDIT.test(told.said)) return noCredit();
  return { ...failure("rate_limited"), ...pause };
}

function pauseOf({ said, headers }: Told, now: Date): { pauseMs?: number } {
  const at = retryAfter(headers["retry-after"], now);
  const ms = at ? at.getTime() - now.getTime() : delayIn(said);
  return ms === null ? {} : { pauseMs: Math.max(0, ms) };
}

/** `google.rpc.RetryInfo`: "37s", "0.5s". @returns milliseconds */
function delayIn(said: string): number | null {
  const seconds = /"retryDelay"\s*:\s*"(\d{1,6}(?:\.\d{1,9})?)s"/.exec(said)?.[1];
  return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000);
}

/** Of an error in the form of the vendors: `{ error: { code, type } }`, or these at its top. */
const Coded = z.object({ code: z.unknown(), type: z.unknown(), details: z.unknown() }).partial();
/** Google's own: a key that is wrong is a request that is wrong, for this reason. */
const Reasons = z.array(z.object({ reason: z.string().optional() })).catch([]);
const CodedError = z.union([z.object({ error: Coded }).transform(({ error }) => error), Coded]);

function codesIn(said: string): string[] {
  const read = CodedError.safeParse(parsed(said));
  if (!read.success) return [];
  const { code, type, details } = read.data;
  const reasons = Reasons.parse(details ?? []).map(({ reason }) => reason);
  return [code, type, ...reasons].filter((one) => typeof one === "string");
}

function ofCode(said: string): Failure | null {
  const codes = codesIn(said);
  const is = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (is(NO_MODEL)) return failure("unknown_model");
  if (is(NO_KEY)) return failure("unauthorised");
  return is(NO_MONEY) ? noCredit() : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // no JSON: it names no code
  }
}

function ofWords(said: string): Failure | null {
  if (TOO_LONG.test(said)) return failure("too_long");
  if (NO_SCHEMA.test(said)) return failure("bad_output", { noSchema: true });
  if (REFUSED.test(said)) return failure("refused");
  return null;
}

function ofStatus(status: number): Failure {
  if (status === 404) {
    const words = "There is no such model or address at the provider. Check both in the settings.";
    return failure("unknown_model", { words });
  }
  if (status === 413) return failure("too_long");
  // What was asked may be the reason, so nobody else has to wait; a key that is wrong gets 401.
  if (status === 403) {
    const words = "The provider forbids it (403): the request, the region, or what the key may do.";
    return failure("refused", { words, again: false, answered: true });
  }
  const words = `The provider does not take the request (${status}).`;
  return failure("unavailable", { again: false, words });
}

const REFUSING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
const BREAKING = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE)/;
/** Causes of causes that are looked at; a ring would never end. */
const MAX_DEPTH = 6;

function ofSocket(error: unknown, depth = 0): Failure | null {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return null;
  const code = "code" in error ? String(error.code) : "";
  if (REFUSING.test(code)) {
    return failure("unreachable", { words: `The provider can’t be reached (${code}).` });
  }
  if (BREAKING.test(code) || error.message === "terminated") return failure("cut_off");
  return ofSocket(error.cause, depth + 1);
}
