import { readConversation } from "@/lib/inbox";
import { problem } from "@/lib/platform/http";
import { desk } from "@/lib/platform/tools";

/**
 * GET /api/conversations/t_…: what the customer may read of a conversation. The token that ingest
 * answered with, as `Authorization: Bearer …`, opens this one ticket.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ ticketId: string }> },
): Promise<Response> {
  try {
    const { tools } = await desk();
    const ctx = { ...tools, actor: { type: "system", name: "conversation" } } as const;
    const token = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    const conversation = await readConversation(ctx, { ...(await params), token });
    return Response.json(conversation, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problem(error, new URL(request.url).pathname);
  }
}
