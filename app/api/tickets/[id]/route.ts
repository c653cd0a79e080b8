import { readTicket } from "@/lib/inbox";
import { TicketQuery, TicketView } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";
import { findTicket } from "@/lib/search";

/**
 * GET /api/tickets/t_…: one ticket with its thread, timeline, draft and customer. A number or the
 * id of a merged ticket leads to where its messages are.
 */
export const GET = jsonRoute(
  {
    query: TicketQuery,
    result: TicketView,
    moved: async (ctx, { id }) => {
      const found = await findTicket(ctx, { ref: id });
      return found.id === id ? null : `/api/tickets/${found.id}`;
    },
  },
  readTicket,
);
