import { toNumber } from "@/components/settings/numbers";
import type { ProviderDraft } from "./provider-draft";

/** Least and most of each number of the form; whole ones but where it is money. */
export const RANGES = {
  samples: [0, 4, "whole"],
  timeoutSeconds: [5, 300, "whole"],
  contextTokens: [1000, 2_000_000, "whole"],
  inputPrice: [0, 1000, "money"],
  outputPrice: [0, 1000, "money"],
  dayBudget: [0, 1_000_000, "money"],
  ticketTokens: [0, 10_000_000, "whole"],
  customerDayDrafts: [0, 10_000, "whole"],
  toolRounds: [0, 10, "whole"],
} as const satisfies Partial<Record<keyof ProviderDraft, readonly [number, number, string]>>;

export type RangedField = keyof typeof RANGES;

/** Fields whose text is no such number. */
export function rangeFaults(draft: ProviderDraft): RangedField[] {
  const names = Object.keys(RANGES) as RangedField[]; // the table's own names
  return names.filter((name) => {
    const [least, most, kind] = RANGES[name];
    const value = toNumber(draft[name]);
    const fits = value >= least && value <= most;
    return !fits || (kind === "whole" && !Number.isInteger(value));
  });
}
