import { readTicket } from "@/lib/inbox";
import { TicketQuery, TicketView } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/tickets/t_…: one ticket with its thread, timeline, draft and customer. */
export const GET = jsonRoute({ query: TicketQuery, result: TicketView }, readTicket);
