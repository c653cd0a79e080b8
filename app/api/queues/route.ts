import { readQueue } from "@/lib/inbox";
import { QueuePage, QueueQuery } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/queues?queue=mine&sort=newest&before=…: one page of a queue. */
export const GET = jsonRoute({ query: QueueQuery, result: QueuePage }, readQueue);
