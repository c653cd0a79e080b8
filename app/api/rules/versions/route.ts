import { z } from "zod";
import { listVersions } from "@/lib/backtest";
import { VersionsView } from "@/lib/backtest/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/rules/versions: who saved which rules when, and what that changed. */
export const GET = jsonRoute({ query: z.object({}), result: VersionsView }, listVersions);
