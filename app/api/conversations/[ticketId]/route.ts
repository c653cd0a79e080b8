import { readConversation } from "@/lib/inbox";
import { apiRoute } from "@/lib/platform/http";
import { desk } from "@/lib/platform/tools";

/**
 * GET /api/conversations/t_…: what the customer may read of a conversation. The token that ingest
 * answered with, as `Authorization: Bearer …`, opens this one ticket.
 */
export const GET = apiRoute(async (request, params: { ticketId: string }) => {
  const { tools } = await desk();
  const ctx = { ...tools, actor: { type: "system", name: "conversation" } } as const;
  const token = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const conversation = await readConversation(ctx, { ...params, token });
  return Response.json(conversation, { headers: { "cache-control": "no-store" } });
});
