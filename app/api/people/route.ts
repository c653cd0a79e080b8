import { z } from "zod";
import { listPeople } from "@/lib/inbox";
import { Pick } from "@/lib/inbox/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/people: whom a ticket can be assigned to. */
export const GET = jsonRoute({ query: z.object({}), result: Pick }, listPeople);
