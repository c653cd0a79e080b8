import { CustomersPage, CustomersQuery } from "@/lib/customer/model";
import { listCustomers } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/customers?q=…&before=…: customers, last active first; found by name or address. */
export const GET = jsonRoute({ query: CustomersQuery, result: CustomersPage }, listCustomers);
