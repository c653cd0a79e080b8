import { verifyIngest } from "@/lib/channel";
import { KEY_PREFIX } from "@/lib/channel/model";
import { RatingCall } from "@/lib/csat/model";
import { rateInConversation, readJson } from "@/lib/ingest";
import { apiRoute, readBody } from "@/lib/platform/http";
import { parseInput } from "@/lib/platform/parse";
import { desk } from "@/lib/platform/tools";

/** A score and 2,000 characters, escaped. Bytes. */
const LIMIT = 16_000;

/**
 * POST /api/conversations/t_…/rating: the customer's word on a reply, `{score, comment?,
 * message_id?}`. The conversation's token as `Authorization: Bearer …`, or a key of its system with
 * the scope `tickets.write`.
 */
export const POST = apiRoute(async (request, params: { ticketId: string }) => {
  const { tools } = await desk();
  const bytes = await readBody(request, LIMIT);
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const byKey = bearer.startsWith(KEY_PREFIX);
  const ctx = byKey
    ? (await verifyIngest(tools, request.headers, null, bytes)).ctx
    : ({ ...tools, actor: { type: "system", name: "customer" } } as const);
  const rater = byKey ? params : { ...params, token: bearer };
  const call = parseInput(RatingCall, readJson(bytes, request.headers.get("content-type")));
  const rated = await rateInConversation(ctx, rater, call);
  return Response.json(rated, { headers: { "cache-control": "no-store" } });
});
