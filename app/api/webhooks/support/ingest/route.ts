import { verifyIngest } from "@/lib/channel";
import { ingestRequest, readRequest, receiptDocument } from "@/lib/ingest";
import { apiRoute, readBody } from "@/lib/platform/http";
import { count } from "@/lib/platform/metrics";
import { desk } from "@/lib/platform/tools";
import { LIMITS } from "@/lib/ticket/model";

/**
 * POST /api/webhooks/support/ingest: a request of another system. 201 when it was stored, 200 when
 * its `external_id` was here before; refusals are problem documents.
 */
export const POST = apiRoute(async (request) => {
  const { tools } = await desk();
  const bytes = await readBody(request, LIMITS.request);
  const named = new URL(request.url).searchParams.get("connection");
  const { ctx, source } = await verifyIngest(tools, request.headers, named, bytes);
  const { input, bodyHash } = readRequest(bytes, request.headers.get("content-type"), ctx.now());
  const ingested = await ingestRequest(ctx, { input, bodyHash, source });
  count("ingest", { outcome: ingested.outcome });
  return Response.json(receiptDocument(ctx, input, ingested), {
    status: ingested.stored ? 201 : 200,
    headers: { "cache-control": "no-store", "deskhand-outcome": ingested.outcome },
  });
});
