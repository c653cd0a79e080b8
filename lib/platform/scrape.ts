import { sql } from "drizzle-orm";
import { bearerIs } from "./bearer";
import { type Context, transaction } from "./context";
import { AppError } from "./errors";
import { METRICS_TYPE, metricsText, type Reading } from "./metrics";
import { desk } from "./tools";

/** Monitoring must not hold up the desk that it watches, milliseconds. */
const LIMIT_MS = 3_000;

/**
 * What Prometheus gets. Readings of the database are left out while it does not answer; the counts
 * of the process are still told, and `deskhand_database_up` is 0.
 *
 * @throws `not_found` without a token in the settings, `unauthenticated` with another one
 */
export async function scrape(
  authorization: string | null,
  read: (ctx: Context) => Promise<Reading[]>,
): Promise<Response> {
  const { tools } = await desk();
  const token = tools.env.METRICS_TOKEN;
  if (!token) throw new AppError("not_found", "There is nothing here.");
  if (!bearerIs(authorization, token)) {
    throw new AppError("unauthenticated", "Send METRICS_TOKEN as a bearer token.");
  }
  const ctx: Context = { ...tools, actor: { type: "system", name: "metrics" } };
  const readings = await transaction(ctx, async (tx) => {
    await tx.db.execute(sql.raw(`set local statement_timeout = ${LIMIT_MS}`));
    return read(tx);
  }).catch(() => null);
  const up = {
    name: "database_up",
    help: "1 when the database answered in time",
    value: readings ? 1 : 0,
  };
  return new Response(await metricsText([up, ...(readings ?? [])]), {
    headers: { "content-type": METRICS_TYPE, "cache-control": "no-store" },
  });
}
