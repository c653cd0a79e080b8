import { expect, test } from "vitest";
import { english } from "@/components/i18n/english";
import { formatOf } from "@/components/i18n/format";
import { german } from "@/components/i18n/german";
import { amountWords } from "./amount";

test("small amounts are not rounded away", () => {
  const f = formatOf(english);
  expect(amountWords(1_234_567_890, f)).toBe("1,234.57");
  expect(amountWords(1_230, f)).toBe("0.0012");
  expect(amountWords(0, f)).toBe("0.00");
  expect(amountWords(2_500_000, formatOf(german))).toBe("2,50");
});
