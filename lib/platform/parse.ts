import type { z } from "zod";
import { AppError } from "./errors";

/** Parses input from outside. @throws `invalid` with the complaint for each named field */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError("invalid", "Some fields are not right.", { fields: fieldsOf(result.error) });
}

function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const issue of error.issues) {
    const name = issue.path.map(String).join(".") || "body";
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  return { ...fields };
}
