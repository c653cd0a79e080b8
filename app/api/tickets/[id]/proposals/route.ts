import { readAssist } from "@/lib/assist";
import { AssistQuery, AssistView } from "@/lib/assist/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/tickets/t_…/proposals?attempt=…: what models wrote, looked up, propose and cost there. */
export const GET = jsonRoute({ query: AssistQuery, result: AssistView }, readAssist);
