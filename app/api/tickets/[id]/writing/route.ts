import { readWriting } from "@/lib/inbox";
import { TicketQuery } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";
import { Writings } from "@/lib/presence/model";

/** GET /api/tickets/t_…/writing: what the person who asks has begun to write here. */
export const GET = jsonRoute({ query: TicketQuery, result: Writings }, readWriting);
