import { z } from "zod";
import { LabelOptions } from "@/lib/desk/model";
import { listLabels } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/labels: categories and intents that a ticket can be given. */
export const GET = jsonRoute({ query: z.object({}), result: LabelOptions }, listLabels);
