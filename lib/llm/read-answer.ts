import { z } from "zod";
import type { Failure } from "./faults";
import { wordsOf } from "./words";

/** What a model said, and how it ended. `value`: read by the SDK already. */
export type Answer = { text: string; finish: string | undefined };

export type Read<T> = { ok: true; value: T } | { ok: false; failure: Failure; complaint?: string };

/** Reads the answer by its schema; says what is wrong with it otherwise. */
export function readAnswer<T>(schema: z.ZodType<T>, { text, finish }: Answer): Read<T> {
  const failed = (failure: Failure, complaint?: string): Read<T> => ({
    ok: false,
    failure,
    ...(complaint && { complaint }),
  });
  const bare = (fault: Failure["fault"], words = wordsOf(fault)): Failure => ({
    ...{ fault, words },
    ...{ again: false, answered: true },
  });
  if (finish === "content-filter") return failed(bare("refused"));
  if (finish === "length") return failed(bare("cut_off", "The answer is longer than allowed."));
  if (finish === "tool-calls") {
    return failed(bare("bad_output", "It asked for tools again and again, and gave no answer."));
  }
  if (text.trim() === "") return failed(bare("empty"));
  const found = jsonIn(text);
  // Where nobody knows how it ended, half an answer is one that broke off.
  if (found === undefined && finish === "other") return failed(bare("cut_off"));
  if (found === undefined) return failed(bare("bad_output"), "That was no JSON.");
  const checked = schema.safeParse(found);
  if (checked.success) return { ok: true, value: checked.data };
  return failed(bare("bad_output"), `That did not fit: ${issuesOf(checked.error)}.`);
}

/** Of what is wrong, as much as helps, issues. */
const SHOWN = 5;

const issuesOf = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, SHOWN)
    .map(({ path, code }) => `${path.map(String).join(".") || "the answer"} (${code})`)
    .join(", ");

/** The JSON object of a text, also within a fence or between words; undefined: there is none. */
function jsonIn(text: string): unknown {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
  return from >= 0 && to > from ? parsed(text.slice(from, to + 1)) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: the caller says so
  }
}

/** For servers that take no JSON Schema: the same in words. */
export const inWords = (schema: z.ZodType): string =>
  `\n\nAnswer with nothing but one JSON object that fits this JSON Schema:\n${JSON.stringify(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }))}`;
