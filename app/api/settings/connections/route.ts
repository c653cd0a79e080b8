import { z } from "zod";
import { readConnections } from "@/lib/admin";
import { ConnectionsView } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/connections: other systems and their keys, without anything secret. */
export const GET = jsonRoute({ query: z.object({}), result: ConnectionsView }, readConnections);
