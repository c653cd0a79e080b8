import { CustomerPage, CustomerQuery } from "@/lib/customer/model";
import { readCustomer } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/customers/c_…: a customer with account, billing and how they sounded. */
export const GET = jsonRoute({ query: CustomerQuery, result: CustomerPage }, readCustomer);
