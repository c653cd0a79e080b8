import { rewriteText } from "@/lib/assist";
import { RewriteInput, RewritePart } from "@/lib/assist/model";
import { streamRoute } from "@/lib/platform/stream-route";

/** POST /api/tickets/t_…/rewrite: puts a colleague's own words differently, as it is written. */
export const POST = streamRoute({ input: RewriteInput, part: RewritePart }, rewriteText);
