import { z } from "zod";
import { listTeams } from "@/lib/inbox";
import { Pick } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/teams: which teams a ticket can be given to. */
export const GET = jsonRoute({ query: z.object({}), result: Pick }, listTeams);
