import { RE2JS } from "re2js";
import { z } from "zod";

/** Values that a model may give, and characters of each. */
const MOST = { values: 20, characters: 500 };
/** What a value may be: each stands in one place of a URL or a body. */
const TYPES = ["string", "integer", "number", "boolean"];

const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** Of one value, JSON Schema. Others than these keywords would be read by some and passed over by others. */
const Property = z.strictObject({
  type: z.enum(TYPES, "must be string, integer, number or boolean"),
  title: z.string().optional(),
  description: z.string().max(500).optional(),
  enum: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .max(200)
    .optional(),
  format: z.enum(["date", "date-time", "email", "uuid"]).optional(),
  pattern: z.string().max(300).optional(),
  minLength: z.number().int().min(0).optional(),
  maxLength: z.number().int().min(0).max(MOST.characters).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const Parameters = z.strictObject({
  type: z.literal("object", "must be object"),
  properties: z
    .record(z.string().regex(NAME, "must be a name like order_id"), Property)
    .default({}),
  required: z.array(z.string()).default([]),
  additionalProperties: z.literal(false, "must be false").optional(),
  description: z.string().optional(),
});

export type Values = Record<string, string | number | boolean>;

export type ReadParameters = {
  names: readonly string[];
  /** What a model is told: nothing beside these may be given. */
  schema: Record<string, unknown>;
  /** @returns the values, or what is wrong with them, in words for a model and for people */
  check(given: unknown): { values: Values } | { wrong: string };
};

/**
 * Reads a JSON Schema of parameters: an object of single values. Unknown keys are refused, and
 * patterns run in linear time.
 *
 * @throws {ParametersError} that says what is wrong with the schema itself
 */
export function readParameters(schema: unknown): ReadParameters {
  const parsed = Parameters.safeParse(schema);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.map(String).join(".") ?? "";
    throw new ParametersError(`${at ? `${at}: ` : ""}${issue?.message ?? "can't be read"}`);
  }
  const { properties, required, description } = parsed.data;
  const names = Object.keys(properties);
  if (names.length > MOST.values) throw new ParametersError(`has more than ${MOST.values} values`);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) throw new ParametersError(`required: there is no ${missing}`);
  const patterns = new Map<string, RE2JS>();
  for (const [name, { pattern }] of Object.entries(properties)) {
    if (pattern !== undefined) patterns.set(name, compiled(name, pattern));
  }
  const validator = validatorOf(properties, required);
  return {
    names,
    schema: {
      type: "object",
      ...(description && { description }),
      properties,
      required,
      additionalProperties: false,
    },
    check: (given) => checked(validator, names, patterns, given),
  };
}

export class ParametersError extends Error {
  override readonly name = "ParametersError";
}

function compiled(name: string, pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw new ParametersError(`properties.${name}.pattern can't be read`);
  }
}

type Property = z.output<typeof Property>;

function validatorOf(properties: Record<string, Property>, required: readonly string[]): z.ZodType {
  const plain = Object.entries(properties).map(([name, { pattern: _, ...property }]) => [
    name,
    property.type === "string" && property.enum === undefined
      ? { ...property, maxLength: property.maxLength ?? MOST.characters }
      : property,
  ]);
  return z.fromJSONSchema({
    type: "object",
    properties: Object.fromEntries(plain),
    required: [...required],
    additionalProperties: false,
  });
}

/** Never a word of what was given: this is read as if the desk had said it. */
function wrongIn(issues: readonly z.core.$ZodIssue[], names: readonly string[]): string {
  if (issues.some(({ code }) => code === "unrecognized_keys")) {
    return `nothing beside ${names.join(", ") || "an empty object"} may be given`.slice(0, 300);
  }
  const [issue] = issues;
  const at = issue?.path.map(String).join(".") ?? "";
  if (!issue || !names.includes(at)) return "must be an object of the described values";
  return `${at}: ${issue.message}`.slice(0, 300);
}

function checked(
  validator: z.ZodType,
  names: readonly string[],
  patterns: ReadonlyMap<string, RE2JS>,
  given: unknown,
): { values: Values } | { wrong: string } {
  const parsed = validator.safeParse(given ?? {});
  if (!parsed.success) {
    return { wrong: wrongIn(parsed.error.issues, names) };
  }
  const values = parsed.data as Values; // the schema allows single values only
  for (const [name, pattern] of patterns) {
    const value = values[name];
    if (value !== undefined && !pattern.matcher(String(value)).find()) {
      return { wrong: `${name}: does not match ${pattern.pattern()}` };
    }
  }
  return { values };
}
