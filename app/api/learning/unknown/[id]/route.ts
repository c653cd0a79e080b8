import { readUnknownKind } from "@/lib/insights";
import { UnknownKindView, UnknownRef } from "@/lib/knowledge/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/unknown/…: one of them with its tickets, by its id or by one of those. */
export const GET = jsonRoute({ query: UnknownRef, result: UnknownKindView }, readUnknownKind);
