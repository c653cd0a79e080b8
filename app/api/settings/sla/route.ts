import { z } from "zod";
import { readSlaSettings } from "@/lib/admin";
import { jsonRoute } from "@/lib/platform/http";
import { SlaSettings } from "@/lib/sla/model";

/** GET /api/settings/sla: policies, calendars, and what they do to the tickets that are open. */
export const GET = jsonRoute({ query: z.object({}), result: SlaSettings }, readSlaSettings);
