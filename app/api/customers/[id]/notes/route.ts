import { CustomerNotes, CustomerQuery } from "@/lib/customer/model";
import { readCustomerNotes } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/customers/c_…/notes: what people at the desk have put down about a customer. */
export const GET = jsonRoute({ query: CustomerQuery, result: CustomerNotes }, readCustomerNotes);
