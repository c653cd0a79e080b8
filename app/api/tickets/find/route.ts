import { jsonRoute } from "@/lib/platform/http";
import { findTicket } from "@/lib/search";
import { FindQuery, FoundTicket } from "@/lib/search/model";

/** GET /api/tickets/find?ref=1042: the ticket that a number or an id leads to. */
export const GET = jsonRoute({ query: FindQuery, result: FoundTicket }, findTicket);
