import { askCopilot } from "@/lib/assist";
import { CopilotInput, CopilotPart } from "@/lib/assist/model";
import { streamRoute } from "@/lib/platform/stream-route";

/** POST /api/tickets/t_…/copilot: answers a colleague's question about the ticket, as it is written. */
export const POST = streamRoute({ input: CopilotInput, part: CopilotPart }, askCopilot);
