import { z } from "zod";
import { jsonRoute } from "@/lib/platform/http";
import { leaveTicket, PresenceRef } from "@/lib/presence";

/** POST /api/presence/leave?ticketId=…: they have left. A page that is being closed sends a beacon. */
export const POST = jsonRoute({ query: PresenceRef, result: z.object({}) }, leaveTicket);
