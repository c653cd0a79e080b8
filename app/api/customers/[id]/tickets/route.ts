import { CustomerTicketsPage, CustomerTicketsQuery } from "@/lib/customer/model";
import { readCustomerTickets } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/customers/c_…/tickets?of=account&before=…: all tickets, newest first. */
export const GET = jsonRoute(
  { query: CustomerTicketsQuery, result: CustomerTicketsPage },
  readCustomerTickets,
);
