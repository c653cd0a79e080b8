import { z } from "zod";
import { readContent } from "@/lib/admin";
import { ContentView } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/content: macros and tags. */
export const GET = jsonRoute({ query: z.object({}), result: ContentView }, readContent);
