import { z } from "zod";
import { Pick } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";
import { listReviewers } from "@/lib/review";

/** GET /api/review/reviewers: colleagues who may be asked for a second look. */
export const GET = jsonRoute({ query: z.object({}), result: Pick }, listReviewers);
