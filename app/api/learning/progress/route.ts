import { z } from "zod";
import { readProgress } from "@/lib/insights";
import { ProgressView } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/progress: what the desk's own drafts have answered, and what stayed unknown. */
export const GET = jsonRoute({ query: z.object({}), result: ProgressView }, readProgress);
