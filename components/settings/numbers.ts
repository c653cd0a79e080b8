import type { z } from "zod";

/** What somebody typed as a number; NaN when it is none. */
export function toNumber(text: string): number {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? Number.NaN : Number(plain);
}

/** What is wrong with it, in the terms of its schema; null when it fits. */
export function numberProblem(schema: z.ZodNumber, text: string): string | null {
  if (schema.safeParse(toNumber(text)).success) return null;
  const kind = schema.isInt ? "a whole number" : "a number";
  return `Enter ${kind} from ${schema.minValue} to ${schema.maxValue}.`;
}
