import { z } from "zod";
import { RuleTargets } from "@/lib/backtest/model";
import { ruleTargets } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/rules/targets: what rules can ask for and give to. */
export const GET = jsonRoute({ query: z.object({}), result: RuleTargets }, ruleTargets);
