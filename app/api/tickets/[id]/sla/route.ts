import { readSla } from "@/lib/inbox";
import { TicketQuery } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";
import { SlaView } from "@/lib/sla/model";

/** GET /api/tickets/t_…/sla: what is promised for the ticket, why, and when it is due. */
export const GET = jsonRoute({ query: TicketQuery, result: SlaView }, readSla);
