import { z } from "zod";
import { readJobs } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";
import { JobsView } from "@/lib/platform/model";

/** GET /api/jobs: queues with what waits in them, and the jobs that have failed for good. */
export const GET = jsonRoute({ query: z.object({}), result: JobsView }, readJobs);
