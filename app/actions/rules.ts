"use server";

import { CheckRules, cancelBacktest, checkRules, startBacktest } from "@/lib/backtest";
import { BacktestRef, BandsTrial, RulesTrial } from "@/lib/backtest/model";
import { action } from "@/lib/platform/action";
import { TryRules, tryRules } from "@/lib/route";
import { restoreVersion, saveRules } from "@/lib/rule";
import { RestoreVersion, SaveRules } from "@/lib/rule/model";

export const saveRulesAction = action(SaveRules, saveRules);
export const restoreVersionAction = action(RestoreVersion, restoreVersion);
export const checkRulesAction = action(CheckRules, checkRules);
export const tryRulesAction = action(TryRules, tryRules);
export const startBacktestAction = action(RulesTrial, (ctx, input) =>
  startBacktest(ctx, "rules", input),
);
export const startBandsBacktestAction = action(BandsTrial, (ctx, input) =>
  startBacktest(ctx, "bands", input),
);
export const cancelBacktestAction = action(BacktestRef, cancelBacktest);
