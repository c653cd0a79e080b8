import { readEarlier } from "@/lib/inbox";
import { EarlierMessages, EarlierQuery } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/tickets/t_…/earlier?before=…: the messages before one that is shown. */
export const GET = jsonRoute({ query: EarlierQuery, result: EarlierMessages }, readEarlier);
