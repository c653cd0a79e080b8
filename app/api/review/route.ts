import { jsonRoute } from "@/lib/platform/http";
import { readReviewQueue } from "@/lib/review";
import { ReviewList, ReviewQuery } from "@/lib/review/model";

/** GET /api/review?kind=held&category=billing: what waits for a person's word, riskiest first. */
export const GET = jsonRoute({ query: ReviewQuery, result: ReviewList }, readReviewQueue);
