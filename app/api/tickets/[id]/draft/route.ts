import { DraftInput, DraftPart } from "@/lib/assist/model";
import { streamRoute } from "@/lib/platform/stream-route";
import { streamDraft } from "@/lib/resolve";

/**
 * POST /api/tickets/t_…/draft: a draft of the model as it is written, to be edited or, with `keep`,
 * to take the place of the one that waits. Nothing is sent by it.
 */
export const POST = streamRoute({ input: DraftInput, part: DraftPart }, streamDraft);
