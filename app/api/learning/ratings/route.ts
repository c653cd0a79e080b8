import { z } from "zod";
import { readRatings } from "@/lib/insights";
import { RatingsView } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/ratings: what customers said of replies, week by week. */
export const GET = jsonRoute({ query: z.object({}), result: RatingsView }, readRatings);
