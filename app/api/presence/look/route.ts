import { z } from "zod";
import { jsonRoute } from "@/lib/platform/http";
import { lookAtTicket, PresenceRef } from "@/lib/presence";

/**
 * POST /api/presence/look?ticketId=…: says that the person looks at a ticket. A route, because it is
 * said all the time, and actions wait for each other. From elsewhere the session's cookie does not
 * come along.
 */
export const POST = jsonRoute({ query: PresenceRef, result: z.object({}) }, lookAtTicket);
