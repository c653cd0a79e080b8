import { readUnknownKinds } from "@/lib/insights";
import { UnknownKinds, UnknownQuery } from "@/lib/knowledge/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/unknown?state=open: kinds of questions that nothing known answers. */
export const GET = jsonRoute({ query: UnknownQuery, result: UnknownKinds }, readUnknownKinds);
