import type { Format } from "@/components/i18n/format";

/** Millionths of the currency that the prices are in, as money is written: small ones with more places. */
export function amountWords(micros: number, f: Format): string {
  const value = micros / 1_000_000;
  const small = value !== 0 && Math.abs(value) < 0.1;
  return f.number(value, {
    minimumFractionDigits: 2,
    maximumFractionDigits: small ? 4 : 2,
  });
}
