import { z } from "zod";
import { countQueues } from "@/lib/inbox";
import { QueueCounts } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/queues/counts: how many tickets each queue holds. */
export const GET = jsonRoute({ query: z.object({}), result: QueueCounts }, countQueues);
