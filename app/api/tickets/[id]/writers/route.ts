import { readWriters } from "@/lib/inbox";
import { TicketQuery, Writers } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/tickets/t_…/writers: who else is writing a reply now. */
export const GET = jsonRoute({ query: TicketQuery, result: Writers }, readWriters);
