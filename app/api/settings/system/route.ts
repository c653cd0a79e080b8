import { z } from "zod";
import { readSystem } from "@/lib/admin";
import { SystemView } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/system: how the desk runs. */
export const GET = jsonRoute({ query: z.object({}), result: SystemView }, readSystem);
