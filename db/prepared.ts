import type { Query } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";

/**
 * Above this many parameters a statement is a list of unforeseeable length; keeping each length
 * would fill the server's memory for nothing.
 */
const MAX_PARAMETERS = 60;

/** What is used of `prepareQuery`; its generic results pass through as they are. */
type Prepare = (
  this: unknown,
  query: Query,
  fields: unknown,
  name: string | undefined,
  ...rest: unknown[]
) => unknown;

let done = false;

/**
 * Has Drizzle name its statements, which makes `postgres` prepare each text once a connection. It
 * would otherwise describe every statement before it runs it: two round trips instead of one, a new
 * plan each time, and no pipelining inside a transaction. Measured on ingest: half the processor
 * time. Behind a pooler that shares connections between transactions, that pooler must know
 * prepared statements (PgBouncer 1.21 and newer does).
 */
export function prepareStatements(): void {
  if (done) return;
  done = true;
  const prototype = PostgresJsSession.prototype as unknown as { prepareQuery: Prepare }; // see there
  const prepareQuery = prototype.prepareQuery;
  prototype.prepareQuery = function named(query, fields, name, ...rest) {
    const prepared = query.params.length <= MAX_PARAMETERS ? (name ?? "prepared") : name;
    return prepareQuery.call(this, query, fields, prepared, ...rest);
  };
}
