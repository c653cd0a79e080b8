import type { z } from "zod";
import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";

/** What somebody typed as a number; NaN when it is none. */
export function toNumber(text: string): number {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? Number.NaN : Number(plain);
}

/** What is wrong with it, in the terms of its schema; null when it fits. */
export function numberProblem(schema: z.ZodNumber, text: string, t: T): string | null {
  if (schema.safeParse(toNumber(text)).success) return null;
  const { decimal } = formatOf(t);
  const ends = { from: decimal(`${schema.minValue}`), to: decimal(`${schema.maxValue}`) };
  return schema.isInt
    ? t("Enter a whole number from {{from}} to {{to}}.", ends)
    : t("Enter a number from {{from}} to {{to}}.", ends);
}
