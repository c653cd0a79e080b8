import { z } from "zod";
import { readStatus } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";
import { DeskStatus } from "@/lib/platform/model";
import { desk } from "@/lib/platform/tools";

/** GET /api/status: what keeps the desk from working, and which build answers. */
export const GET = jsonRoute({ query: z.object({}), result: DeskStatus }, (ctx) =>
  readStatus(ctx, async () => (await desk()).build),
);
