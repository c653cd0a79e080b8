import { z } from "zod";
import { listViews } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";
import { View } from "@/lib/view/model";

/** GET /api/views: saved views, own and shared. */
export const GET = jsonRoute({ query: z.object({}), result: z.array(View) }, listViews);
