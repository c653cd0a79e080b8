import { z } from "zod";
import { readAccount } from "@/lib/admin";
import { AccountView } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/account: one's own account, with the browsers that are signed in. */
export const GET = jsonRoute({ query: z.object({}), result: AccountView }, readAccount);
