import { OutboxPage, OutboxQuery } from "@/lib/channel/model";
import { readOutbox } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/outbox?before=…: replies on their way out and those that have left, newest first. */
export const GET = jsonRoute({ query: OutboxQuery, result: OutboxPage }, readOutbox);
