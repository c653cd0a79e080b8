import { z } from "zod";
import { readPresence } from "@/lib/inbox";
import { jsonRoute } from "@/lib/platform/http";
import { PresenceList } from "@/lib/presence/model";

/** GET /api/presence: where everybody else is now, on all tickets. */
export const GET = jsonRoute({ query: z.object({}), result: PresenceList }, readPresence);
