import { whyHere } from "@/lib/inbox";
import { WhyHere, WhyQuery } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/queues/why?queue=mine&filter=…&id=t_…: why a ticket stands in a list. */
export const GET = jsonRoute({ query: WhyQuery, result: WhyHere }, whyHere);
