import { z } from "zod";
import { readToolSettings } from "@/lib/admin";
import { jsonRoute } from "@/lib/platform/http";
import { ToolSettings } from "@/lib/tool/model";

/** GET /api/settings/tools: tools without what their headers hold, and their newest runs. */
export const GET = jsonRoute({ query: z.object({}), result: ToolSettings }, readToolSettings);
