import { z } from "zod";
import { readPeople } from "@/lib/admin";
import { PeopleView } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/people: people, open invitations and teams. */
export const GET = jsonRoute({ query: z.object({}), result: PeopleView }, readPeople);
