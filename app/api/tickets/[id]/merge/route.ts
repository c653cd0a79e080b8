import { z } from "zod";
import { MergePreview } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";
import { previewMerge } from "@/lib/resolve";

const Query = z.object({ id: z.string().max(60), into: z.string().max(60) });

/** GET /api/tickets/t_…/merge?into=t_…: what merging would do. Changes nothing. */
export const GET = jsonRoute({ query: Query, result: MergePreview }, (ctx, { id, into }) =>
  previewMerge(ctx, { sourceId: id, targetId: into }),
);
