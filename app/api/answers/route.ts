import { readAnswers } from "@/lib/insights";
import { AnswersPage, AnswersQuery } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/answers?state=…&q=…&before=…: answers that people have sent, the latest change first. */
export const GET = jsonRoute({ query: AnswersQuery, result: AnswersPage }, readAnswers);
