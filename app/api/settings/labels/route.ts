import { z } from "zod";
import { readLabels } from "@/lib/admin";
import { LabelsView } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/labels: categories and intents, with what hangs on them. */
export const GET = jsonRoute({ query: z.object({}), result: LabelsView }, readLabels);
