import { z } from "zod";
import { readAlikeAnswers } from "@/lib/insights";
import { AlikeAnswers } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/answers/alike: answers in use that say nearly the same. */
export const GET = jsonRoute({ query: z.object({}), result: AlikeAnswers }, readAlikeAnswers);
