import { z } from "zod";
import { jsonRoute } from "@/lib/platform/http";
import { readRules } from "@/lib/rule";
import { RulesView } from "@/lib/rule/model";

/** GET /api/rules: all routing rules in their order, and the version that they are. */
export const GET = jsonRoute({ query: z.object({}), result: RulesView }, readRules);
