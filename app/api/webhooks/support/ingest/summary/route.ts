import { verifyIngest } from "@/lib/channel";
import { summariseRequests } from "@/lib/inbox";
import { readJson } from "@/lib/ingest";
import { SummaryQuery } from "@/lib/ingest/model";
import { apiRoute, readBody } from "@/lib/platform/http";
import { parseInput } from "@/lib/platform/parse";
import { desk } from "@/lib/platform/tools";
import { LIMITS } from "@/lib/ticket/model";

/**
 * POST /api/webhooks/support/ingest/summary `{"ticket_ids": ["t_…"]}`: what became of tickets that
 * the same connection has sent. Signed like ingest itself.
 */
export const POST = apiRoute(async (request) => {
  const { tools } = await desk();
  const bytes = await readBody(request, LIMITS.request);
  const named = new URL(request.url).searchParams.get("connection");
  const { ctx } = await verifyIngest(tools, request.headers, named, bytes);
  const query = parseInput(SummaryQuery, readJson(bytes, request.headers.get("content-type")));
  const tickets = await summariseRequests(ctx, query);
  return Response.json({ tickets }, { headers: { "cache-control": "no-store" } });
});
