import { z } from "zod";
import { jsonRoute } from "@/lib/platform/http";
import { leaveReview, ReviewRef } from "@/lib/resolve";

/**
 * POST /api/review/leave?attemptId=…: gives an item back. A route, because a page that is being
 * closed can only send a beacon. From elsewhere the session's cookie does not come along.
 */
export const POST = jsonRoute({ query: ReviewRef, result: z.object({}) }, leaveReview);
