import { z } from "zod";
import { readLabels } from "@/lib/insights";
import { LabelsView } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/labels: how often people changed what routing had said. */
export const GET = jsonRoute({ query: z.object({}), result: LabelsView }, readLabels);
