import { jsonRoute } from "@/lib/platform/http";
import { ReviewItemQuery, readReviewItem } from "@/lib/review";
import { ReviewItem } from "@/lib/review/model";

/** GET /api/review/items/…: everything that deciding about one draft needs. */
export const GET = jsonRoute({ query: ReviewItemQuery, result: ReviewItem }, readReviewItem);
