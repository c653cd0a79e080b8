import { OutboxItem, OutboxItemQuery } from "@/lib/channel/model";
import { readOutboxItem } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/outbox/UUID: one reply with its raw message, exactly as it leaves. */
export const GET = jsonRoute({ query: OutboxItemQuery, result: OutboxItem }, readOutboxItem);
