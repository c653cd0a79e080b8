import { z } from "zod";
import { jsonRoute } from "@/lib/platform/http";
import { readReviewMeasures } from "@/lib/review";
import { ReviewMeasures } from "@/lib/review/model";

/** GET /api/review/measures: what reviewers have done, and how far they agree. */
export const GET = jsonRoute({ query: z.object({}), result: ReviewMeasures }, readReviewMeasures);
