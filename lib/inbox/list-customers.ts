import {
  CUSTOMER_PREFIX,
  CUSTOMERS_PAGE,
  type CustomersPage,
  type CustomersQuery,
} from "../customer/model";
import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { customerRows, foundActive, lastActive } from "./customer-store";
import { formatPlace, parsePlace } from "./place";

/** Customers, those first whose tickets changed last. */
export async function listCustomers(ctx: Context, query: CustomersQuery): Promise<CustomersPage> {
  requirePermission(ctx, "ticket.read");
  const before = parsePlace(query.before);
  const found = query.q
    ? await foundActive(ctx.db, query.q, before, CUSTOMERS_PAGE + 1)
    : await lastActive(ctx.db, before, CUSTOMERS_PAGE + 1);
  const page = found.slice(0, CUSTOMERS_PAGE);
  const last = page.at(-1);
  const rows = await customerRows(
    ctx.db,
    page.map(({ customerId }) => customerId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    rows: page.flatMap(({ customerId, at }) => {
      const row = byId.get(customerId);
      if (!row) return []; // erased in between
      return [{ ...row, id: toPublicId(CUSTOMER_PREFIX, row.id), activeAt: at.toISOString() }];
    }),
    next: found.length > CUSTOMERS_PAGE && last ? formatPlace(last) : null,
  };
}
